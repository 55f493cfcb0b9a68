# cppwarden::llvm and cppwarden::clang: static archives of LLVM and Clang 22.
#
# The distribution's exported targets link libLLVM.so behind the static Clang
# archives, which would mix the two; so the archives are named here.
# LLVM's version file accepts only its own minor version, so any is taken and
# the major one checked here.
find_package(LLVM REQUIRED CONFIG
             HINTS ${LLVM_DIR} /usr/lib/llvm-22/lib/cmake/llvm NO_DEFAULT_PATH)
if(NOT LLVM_VERSION_MAJOR EQUAL 22)
  message(FATAL_ERROR "cppwarden needs LLVM 22, found ${LLVM_PACKAGE_VERSION}")
endif()
set(CPPWARDEN_LLVM_PREFIX "${LLVM_INSTALL_PREFIX}")

find_package(ZLIB REQUIRED)
find_library(CPPWARDEN_ZSTD NAMES libzstd.a zstd REQUIRED)
find_package(Threads REQUIRED)

file(GLOB CPPWARDEN_LLVM_ARCHIVES "${LLVM_LIBRARY_DIR}/libLLVM*.a")
# Only what the front end needs: the linker drops unused members, but names
# fewer files when the code generators are left out.
list(FILTER CPPWARDEN_LLVM_ARCHIVES INCLUDE REGEX
     "libLLVM(Support|Demangle|Option|FrontendOpenMP|FrontendOpenACC|FrontendHLSL|FrontendDirective|FrontendOffloading|FrontendDriver|FrontendAtomic|TargetParser|Core|BinaryFormat|Remarks|BitstreamReader|BitReader|BitWriter|Object|ObjectYAML|MC|MCParser|MCDisassembler|ProfileData|DebugInfoDWARF|DebugInfoDWARFLowLevel|DebugInfoCodeView|DebugInfoMSF|DebugInfoPDB|DebugInfoGSYM|DebugInfoBTF|Symbolize|TextAPI|IRReader|AsmParser|TransformUtils|Analysis|Scalar|AggressiveInstCombine|InstCombine|WindowsDriver|SupportLSP|ABI|CAS|IRPrinter|CGData|Target|PlatformImporter|Telemetry|DTLTO|Plugins|FrontendDebug|Instrumentation|Vectorize|ScalarOpts|Linker|Passes|CodeGenTypes)\\.a$")

set(CPPWARDEN_CLANG_NAMES
    clangTooling clangToolingCore clangDependencyScanning clangFrontend
    clangDriver clangOptions clangSerialization clangParse clangSema clangAPINotes
    clangAnalysis clangAnalysisFlowSensitive clangAnalysisFlowSensitiveModels
    clangAnalysisLifetimeSafety clangASTMatchers clangEdit clangAST clangLex
    clangBasic clangSupport clangIndex clangFormat clangToolingInclusions
    clangRewrite clangToolingSyntax)
set(CPPWARDEN_CLANG_ARCHIVES)
foreach(name IN LISTS CPPWARDEN_CLANG_NAMES)
  if(EXISTS "${LLVM_LIBRARY_DIR}/lib${name}.a")
    list(APPEND CPPWARDEN_CLANG_ARCHIVES "${LLVM_LIBRARY_DIR}/lib${name}.a")
  endif()
endforeach()

add_library(cppwarden_llvm INTERFACE)
add_library(cppwarden::llvm ALIAS cppwarden_llvm)
# Where libc++ of this release is installed as well, its <cxxabi.h> lies in the
# same folder and hides the one of libstdc++; so the two folders of headers are
# reached through links of their own.
foreach(folder llvm llvm-c clang clang-c)
  if(EXISTS "${LLVM_INCLUDE_DIR}/${folder}")
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/llvm-include")
    file(CREATE_LINK "${LLVM_INCLUDE_DIR}/${folder}" "${CMAKE_BINARY_DIR}/llvm-include/${folder}" SYMBOLIC)
  endif()
endforeach()
target_include_directories(cppwarden_llvm SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/llvm-include")
target_link_libraries(cppwarden_llvm INTERFACE
  -Wl,--start-group ${CPPWARDEN_LLVM_ARCHIVES} -Wl,--end-group
  ZLIB::ZLIB ${CPPWARDEN_ZSTD} Threads::Threads ${CMAKE_DL_LIBS})

add_library(cppwarden_clang INTERFACE)
add_library(cppwarden::clang ALIAS cppwarden_clang)
target_link_libraries(cppwarden_clang INTERFACE
  -Wl,--start-group ${CPPWARDEN_CLANG_ARCHIVES} ${CPPWARDEN_LLVM_ARCHIVES} -Wl,--end-group
  cppwarden::llvm)

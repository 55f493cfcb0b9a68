# Language level and build speed: one place for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# ccache keeps a second build cheap. Precompiled headers need the sloppiness
# settings, which CMake cannot pass itself; scripts/ set CCACHE_SLOPPINESS.
find_program(CPPWARDEN_CCACHE ccache)
if(CPPWARDEN_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_MAXSIZE=4G ${CPPWARDEN_CCACHE})
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wall> $<$<COMPILE_LANGUAGE:CXX>:-Wextra>
                      $<$<COMPILE_LANGUAGE:CXX>:-Wno-unused-parameter>
                      "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

# A static link of Clang takes a few hundred MB each: one at a time.
set_property(GLOBAL PROPERTY JOB_POOLS cppwarden_link=1)
set(CMAKE_JOB_POOL_LINK cppwarden_link)
find_program(CPPWARDEN_LLD NAMES ld.lld-22 ld.lld)
if(CPPWARDEN_LLD)
  add_link_options(-fuse-ld=${CPPWARDEN_LLD})
endif()
add_link_options(LINKER:--gc-sections)
add_compile_options(-ffunction-sections -fdata-sections)

# Fuzzing finds little in code that neither reports where it goes nor checks
# itself: the whole program is instrumented. Needs Debian's libclang-rt-22-dev.
if(CPPWARDEN_BUILD_FUZZERS)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "CPPWARDEN_BUILD_FUZZERS needs Clang, not ${CMAKE_CXX_COMPILER_ID}")
  endif()
  # LLVM comes without run-time type information, which vptr would need.
  set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr,function -fno-sanitize-recover=undefined)
  add_compile_options(${sanitizers} -fsanitize=fuzzer-no-link -fno-omit-frame-pointer -gline-tables-only)
  add_link_options(${sanitizers})
endif()

# cppwarden_embed_resources(TARGET)
#
# Packs three archives into TARGET, for src/support/Resources.cpp to unpack:
#   rules    every YAML file below rules/
#   html     style and script of the html format
#   builtin  the headers that belong to Clang itself (stddef.h, immintrin.h …)
# The archives enter the object file through the assembler's .incbin, so no
# compiler reads megabytes of number literals.

# Headers for devices and toolchains other than a host's C and C++ compiler.
set(CPPWARDEN_BUILTIN_LEFT_OUT
    "^(cuda_wrappers|openmp_wrappers|llvm_offload_wrappers|llvm_libc_wrappers|zos_wrappers|hlsl)/"
    "^(__clang_cuda|__clang_hip|__clang_spirv|opencl-c|hlsl|hexagon_|hvx_|velintrin)"
    "^(amdgpuintrin|nvptxintrin|gpuintrin|spirvintrin)\\.h$"
    "^module\\.modulemap$")

function(cppwarden_find_builtin_headers OUT)
  if(NOT CPPWARDEN_BUILTIN_HEADERS)
    set(candidate "${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}/include")
    if(NOT EXISTS "${candidate}/stddef.h")
      find_program(CPPWARDEN_CLANG NAMES clang-${LLVM_VERSION_MAJOR} HINTS "${LLVM_TOOLS_BINARY_DIR}")
      if(CPPWARDEN_CLANG)
        execute_process(COMMAND "${CPPWARDEN_CLANG}" -print-resource-dir
                        OUTPUT_VARIABLE resource_dir OUTPUT_STRIP_TRAILING_WHITESPACE)
        set(candidate "${resource_dir}/include")
      endif()
    endif()
    if(NOT EXISTS "${candidate}/stddef.h")
      message(FATAL_ERROR "Clang's builtin headers were not found: install libclang-common-${LLVM_VERSION_MAJOR}-dev, "
                          "or set -DCPPWARDEN_BUILTIN_HEADERS=<folder of stddef.h>")
    endif()
    set(CPPWARDEN_BUILTIN_HEADERS "${candidate}" CACHE PATH "Folder of Clang's builtin headers" FORCE)
  endif()
  set(${OUT} "${CPPWARDEN_BUILTIN_HEADERS}" PARENT_SCOPE)
endfunction()

# Packs FILES below ROOT as PREFIX/<relative path> into an archive.
function(cppwarden_pack NAME ROOT FILES_VARIABLE)
  set(list_text "")
  set(paths "")
  foreach(file IN LISTS ${FILES_VARIABLE})
    string(APPEND list_text "${NAME}/${file}\t${ROOT}/${file}\n")
    list(APPEND paths "${ROOT}/${file}")
  endforeach()
  set(list_file "${CMAKE_BINARY_DIR}/resources/${NAME}.list")
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "${list_text}" @ONLY)
  add_custom_command(
    OUTPUT "${CMAKE_BINARY_DIR}/resources/${NAME}.pack"
    COMMAND pack-resources "${CMAKE_BINARY_DIR}/resources/${NAME}.pack" "${list_file}"
    DEPENDS pack-resources "${list_file}" ${paths}
    COMMENT "Packing ${NAME}" VERBATIM)
endfunction()

function(cppwarden_embed_resources TARGET)
  add_executable(pack-resources "${CMAKE_SOURCE_DIR}/cmake/PackResources.cpp")
  target_link_libraries(pack-resources PRIVATE cppwarden::llvm)
  set_target_properties(pack-resources PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/resources")

  file(GLOB_RECURSE rules CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}/rules" "${CMAKE_SOURCE_DIR}/rules/*.yaml")
  cppwarden_pack(rules "${CMAKE_SOURCE_DIR}/rules" rules)

  file(GLOB html CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}/src/report/html" "${CMAKE_SOURCE_DIR}/src/report/html/*")
  cppwarden_pack(html "${CMAKE_SOURCE_DIR}/src/report/html" html)

  cppwarden_find_builtin_headers(builtin_root)
  file(GLOB_RECURSE builtin RELATIVE "${builtin_root}" "${builtin_root}/*")
  foreach(pattern IN LISTS CPPWARDEN_BUILTIN_LEFT_OUT)
    list(FILTER builtin EXCLUDE REGEX "${pattern}")
  endforeach()
  cppwarden_pack(builtin "${builtin_root}" builtin)

  set(source "${CMAKE_BINARY_DIR}/resources/ResourceArchives.cpp")
  set(text "// Written by cmake/EmbedResources.cmake.\n")
  foreach(name rules html builtin)
    string(APPEND text
      "asm(\".section .rodata\\n.balign 16\\n\"\n"
      "    \".globl cppwarden_archive_${name}\\ncppwarden_archive_${name}:\\n\"\n"
      "    \".incbin \\\"${CMAKE_BINARY_DIR}/resources/${name}.pack\\\"\\n\"\n"
      "    \".globl cppwarden_archive_${name}_end\\ncppwarden_archive_${name}_end:\\n.byte 0\\n.text\\n\");\n")
  endforeach()
  file(CONFIGURE OUTPUT "${source}" CONTENT "${text}" @ONLY)
  set_source_files_properties("${source}" PROPERTIES
    OBJECT_DEPENDS "${CMAKE_BINARY_DIR}/resources/rules.pack;${CMAKE_BINARY_DIR}/resources/html.pack;${CMAKE_BINARY_DIR}/resources/builtin.pack"
    COMPILE_OPTIONS "-fno-lto")
  target_sources(${TARGET} PRIVATE "${source}")
endfunction()

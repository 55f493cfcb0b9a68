# cppwarden_add_layer(NAME [CLANG] DEPENDS layer...)
#
# One static library a layer, its sources every .cpp below src/NAME. A layer may
# depend only on layers declared before it, so a cycle or an upward dependency
# stops the configuration. tests/LayeringTest.cpp reads the includes as well.
set(CPPWARDEN_LAYER_ORDER support frontend analysis rules report driver lsp cli)

# The headers of Clang behind one precompiled header, shared by all layers.
set(CPPWARDEN_PCH "${CMAKE_SOURCE_DIR}/src/ClangPrecompiled.h")

function(cppwarden_add_layer NAME)
  cmake_parse_arguments(ARG "CLANG" "" "DEPENDS" ${ARGN})
  list(FIND CPPWARDEN_LAYER_ORDER ${NAME} own)
  foreach(dep IN LISTS ARG_DEPENDS)
    list(FIND CPPWARDEN_LAYER_ORDER ${dep} other)
    if(other LESS 0 OR NOT other LESS own)
      message(FATAL_ERROR "layer ${NAME} may not depend on ${dep}: dependencies point downward only")
    endif()
  endforeach()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${NAME}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/Main\\.cpp$")
  if(NOT sources)
    file(WRITE "${CMAKE_BINARY_DIR}/empty/${NAME}.cpp" "namespace cppwarden {}\n")
    set(sources "${CMAKE_BINARY_DIR}/empty/${NAME}.cpp")
  endif()
  add_library(cppwarden_${NAME} STATIC ${sources})
  target_include_directories(cppwarden_${NAME} PUBLIC "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}/include")
  foreach(dep IN LISTS ARG_DEPENDS)
    target_link_libraries(cppwarden_${NAME} PUBLIC cppwarden_${dep})
  endforeach()
  if(ARG_CLANG)
    target_link_libraries(cppwarden_${NAME} PUBLIC cppwarden::clang)
    if(NOT TARGET cppwarden_pch)
      # Not written anew each time: every unit would be compiled again.
      file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/empty/pch.cpp" CONTENT "")
      add_library(cppwarden_pch OBJECT "${CMAKE_BINARY_DIR}/empty/pch.cpp")
      target_link_libraries(cppwarden_pch PUBLIC cppwarden::clang)
      target_precompile_headers(cppwarden_pch PRIVATE "${CPPWARDEN_PCH}")
    endif()
    target_precompile_headers(cppwarden_${NAME} REUSE_FROM cppwarden_pch)
  else()
    target_link_libraries(cppwarden_${NAME} PUBLIC cppwarden::llvm)
  endif()
endfunction()

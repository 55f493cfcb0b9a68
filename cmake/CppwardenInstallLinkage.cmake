# One copied file is a complete installation: everything but the C library is
# linked statically. tests/packaging/packaging.sh looks at the result.
option(CPPWARDEN_SELF_CONTAINED "Link all libraries but the C library statically" ON)

# Read by find_package(ZLIB), which CppwardenClang calls.
set(ZLIB_USE_STATIC_LIBS ${CPPWARDEN_SELF_CONTAINED})

# cppwarden_make_self_contained(TARGET): for the program; tests do without.
function(cppwarden_make_self_contained TARGET)
  set_target_properties(${TARGET} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
  if(CPPWARDEN_SELF_CONTAINED)
    target_link_options(${TARGET} PRIVATE -static-libstdc++ -static-libgcc)
  endif()
endfunction()

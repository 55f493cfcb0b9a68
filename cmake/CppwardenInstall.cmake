# `cmake --install`: the program, its documentation, the licenses of what it
# contains. Nothing else is needed at run time.
include(GNUInstallDirs)

# The licenses of the libraries that are linked in, as the distribution states
# them. Elsewhere: -DCPPWARDEN_LICENSE_FILES=name=path;name=path
set(CPPWARDEN_LICENSE_FILES
    llvm=/usr/share/doc/llvm-22-dev/copyright
    clang=/usr/share/doc/libclang-22-dev/copyright
    fmt=/usr/share/doc/libfmt-dev/copyright
    cli11=/usr/share/doc/libcli11-dev/copyright
    nlohmann-json=/usr/share/doc/nlohmann-json3-dev/copyright
    zlib=/usr/share/doc/zlib1g-dev/copyright
    zstd=/usr/share/doc/libzstd-dev/copyright
    libstdc++=/usr/share/doc/libstdc++-12-dev/copyright
    CACHE STRING "Licenses of the libraries linked in: name=file")

if(TARGET cppwarden)
  # Stripped whether or not --strip is given: the symbols of Clang are a quarter
  # of the file.
  install(CODE "set(CMAKE_INSTALL_DO_STRIP TRUE)")
  install(TARGETS cppwarden RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

# find_package(cppwarden) for programs that lint themselves as part of their build.
include(CMakePackageConfigHelpers)
set(config_folder "${CMAKE_INSTALL_LIBDIR}/cmake/cppwarden")
configure_package_config_file("${PROJECT_SOURCE_DIR}/integrations/cmake/cppwardenConfig.cmake.in"
  "${CMAKE_BINARY_DIR}/package/cppwardenConfig.cmake"
  INSTALL_DESTINATION "${config_folder}" PATH_VARS CMAKE_INSTALL_BINDIR)
write_basic_package_version_file("${CMAKE_BINARY_DIR}/package/cppwardenConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${CMAKE_BINARY_DIR}/package/cppwardenConfig.cmake"
              "${CMAKE_BINARY_DIR}/package/cppwardenConfigVersion.cmake"
              "${PROJECT_SOURCE_DIR}/integrations/cmake/CppwardenLint.cmake"
        DESTINATION "${config_folder}")

file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/docs/*.md")
install(FILES "${PROJECT_SOURCE_DIR}/README.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES ${pages} DESTINATION "${CMAKE_INSTALL_DOCDIR}/docs")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
foreach(entry IN LISTS CPPWARDEN_LICENSE_FILES)
  string(REGEX REPLACE "=.*" "" name "${entry}")
  string(REGEX REPLACE "^[^=]*=" "" file "${entry}")
  # Some Debian packages link their doc folder to another package's.
  get_filename_component(file "${file}" REALPATH)
  if(EXISTS "${file}")
    install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_DOCDIR}/licenses" RENAME "${name}.txt")
  else()
    message(WARNING "no license text of ${name} at ${file}: a package made here may not be passed on; "
                    "set CPPWARDEN_LICENSE_FILES")
  endif()
endforeach()

if(CPPWARDEN_BUILD_TESTS AND TARGET cppwarden)
  add_test(NAME packaging
           COMMAND sh "${PROJECT_SOURCE_DIR}/tests/packaging/packaging.sh" "${CMAKE_COMMAND}" "${CMAKE_BINARY_DIR}"
                   "${PROJECT_VERSION}")
  set_tests_properties(packaging PROPERTIES TIMEOUT 300)
endif()

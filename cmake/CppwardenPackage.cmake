# `cpack --config build/CPackConfig.cmake`: .deb and .tar.gz of what
# CppwardenInstall installs.
set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_NAME cppwarden)
set(CPACK_PACKAGE_VENDOR "cppwarden")
set(CPACK_PACKAGE_CONTACT "cppwarden maintainers <maintainers@users.noreply.r-seed-0888dbe1.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_RESOURCE_FILE_README "${PROJECT_SOURCE_DIR}/README.md")
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# The program's own need for a C library version, read from its symbols.
find_program(CPPWARDEN_SHLIBDEPS dpkg-shlibdeps)
if(CPPWARDEN_SHLIBDEPS)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
else()
  set(CPACK_DEBIAN_PACKAGE_DEPENDS libc6)
endif()
include(CPack)

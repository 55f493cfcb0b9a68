# cppwarden_add_lint_target(NAME [ALL] [FILES file...] [ARGUMENTS argument...]
#                           [OUTPUTS format:file...] [DEPENDS target...])
#
# Adds a target that lints the program that this build folder builds: all of it,
# or only FILES. ARGUMENTS go to `cppwarden check`; the text stands in the build's
# output, OUTPUTS (relative to the build folder) are written besides. DEPENDS:
# targets that generate sources or headers, to be built before. With ALL the
# target is part of the default build. The target fails as cppwarden does: on
# findings, and on units that could not be analysed.
function(cppwarden_add_lint_target NAME)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "ALL" "" "FILES;ARGUMENTS;OUTPUTS;DEPENDS")
  if(DEFINED ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "cppwarden_add_lint_target: unknown argument '${ARG_UNPARSED_ARGUMENTS}'")
  endif()
  if(NOT CMAKE_EXPORT_COMPILE_COMMANDS)
    message(FATAL_ERROR "cppwarden_add_lint_target needs compile_commands.json: "
                        "set(CMAKE_EXPORT_COMPILE_COMMANDS ON) before the first target, "
                        "or configure with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    message(FATAL_ERROR "cppwarden_add_lint_target: the generator '${CMAKE_GENERATOR}' writes no "
                        "compile_commands.json; use Ninja or Makefiles")
  endif()
  set(outputs --output text)
  foreach(output IN LISTS ARG_OUTPUTS)
    list(APPEND outputs --output "${output}")
  endforeach()
  set(files "")
  foreach(file IN LISTS ARG_FILES)
    get_filename_component(file "${file}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
    list(APPEND files "${file}")
  endforeach()
  set(all "")
  if(ARG_ALL)
    set(all ALL)
  endif()
  add_custom_target(${NAME} ${all}
    COMMAND cppwarden::cppwarden check -p "${CMAKE_BINARY_DIR}" ${outputs} ${ARG_ARGUMENTS} ${files}
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}"
    COMMENT "Linting with cppwarden"
    USES_TERMINAL VERBATIM)
  if(ARG_DEPENDS)
    add_dependencies(${NAME} ${ARG_DEPENDS})
  endif()
endfunction()

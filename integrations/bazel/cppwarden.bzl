"""Lints C++ and C with cppwarden under Bazel.

An aspect compiles every source of a target and of what the target depends on
to an object, one action a source; `cppwarden_report` and `cppwarden_test` link
the objects of a program and report. Actions run locally, in a sandbox or
remotely, and are cached, as those of the compiler.

README.md says how to set it up.
"""

load("@bazel_tools//tools/build_defs/cc:action_names.bzl", "ACTION_NAMES")
load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")

CppwardenInfo = provider(
    doc = "The objects of a target and of what it depends on.",
    fields = {
        "objects": "depset of .cwo files",
        "sources": "depset of the files that findings may lie in",
    },
)

_C_EXTENSIONS = ["c"]
_CXX_EXTENSIONS = ["cc", "cpp", "cxx", "c++", "C", "cppm", "ixx"]
_HEADER_EXTENSIONS = ["h", "hh", "hpp", "hxx", "h++", "inc", "inl", "ipp", "tpp"]

# What leads from a target to the rest of its program.
_DEPENDENCIES = ["deps", "implementation_deps", "interface_deps", "dynamic_deps", "malloc", "actual"]

# A target with this tag has no objects of its own.
_OPT_OUT = "no-cppwarden"

_SETTINGS = {
    "_program": attr.label(
        default = ":program",
        allow_single_file = True,
        executable = True,
        cfg = "exec",
        doc = "cppwarden itself.",
    ),
    "_config": attr.label(
        default = ":config",
        allow_files = True,
        doc = "No file, or a .cppwarden.yaml and then the files it extends.",
    ),
    "_models": attr.label(
        default = ":models",
        allow_files = True,
        doc = "Model files.",
    ),
}

def _settings(ctx):
    """The options and inputs that both halves of a check share."""
    options = ["--root", "."]
    config = ctx.attr._config.files.to_list()
    if config:
        options += ["--config", config[0].path]
    else:
        options.append("--no-config")
    for model in ctx.attr._models.files.to_list():
        options += ["--models", model.path]
    return options, depset(transitive = [ctx.attr._config.files, ctx.attr._models.files])

def _copts(ctx):
    """The rule's own flags, as Bazel reads them: with variables, in shell words."""
    result = []
    for text in getattr(ctx.rule.attr, "copts", []):
        expanded = ctx.expand_make_variables("copts", text, {})
        result += ctx.tokenize(expanded)
    return result

def _command(ctx, target, toolchain, is_cxx):
    """The compiler's name and flags for a source of this target."""
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = toolchain,
        requested_features = ctx.features,
        unsupported_features = ctx.disabled_features,
    )
    context = target[CcInfo].compilation_context
    cpp = ctx.fragments.cpp
    language = cpp.cxxopts if is_cxx else cpp.conlyopts
    variables = cc_common.create_compile_variables(
        feature_configuration = features,
        cc_toolchain = toolchain,
        user_compile_flags = cpp.copts + language + _copts(ctx),
        include_directories = context.includes,
        quote_include_directories = context.quote_includes,
        system_include_directories = context.system_includes,
        framework_include_directories = context.framework_includes,
        preprocessor_defines = depset(transitive = [context.defines, context.local_defines]),
    )
    action = ACTION_NAMES.cpp_compile if is_cxx else ACTION_NAMES.c_compile

    # A word that begins with a slash is a flag of cl: the name alone.
    compiler = cc_common.get_tool_for_action(feature_configuration = features, action_name = action)
    words = [compiler.rpartition("/")[2]]
    words += cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = action,
        variables = variables,
    )
    environment = cc_common.get_environment_variables(
        feature_configuration = features,
        action_name = action,
        variables = variables,
    )
    return words, environment

def _files(ctx, attribute):
    return [
        file
        for label in getattr(ctx.rule.attr, attribute, [])
        for file in label.files.to_list()
    ]

def _analyse(ctx, target, source, is_cxx, toolchain):
    object = ctx.actions.declare_file(
        "_cppwarden/%s/%s.cwo" % (target.label.name, source.path),
    )
    words, environment = _command(ctx, target, toolchain, is_cxx)
    options, settings = _settings(ctx)
    arguments = ctx.actions.args()
    arguments.add("analyze")
    arguments.add_all(options)
    arguments.add("--no-cache")
    arguments.add("-o", object)
    arguments.add(source)
    arguments.add("--")
    arguments.add(words[0])
    flags = ctx.actions.args()
    flags.add_all(words[1:])
    flags.use_param_file("@%s")
    flags.set_param_file_format("shell")
    ctx.actions.run(
        executable = ctx.executable._program,
        arguments = [arguments, flags],
        inputs = depset([source], transitive = [
            target[CcInfo].compilation_context.headers,
            toolchain.all_files,
            settings,
        ]),
        outputs = [object],
        env = environment,
        mnemonic = "CppwardenAnalyze",
        progress_message = "Linting %s" % source.short_path,
    )
    return object

def _aspect_impl(target, ctx):
    transitive = []
    for attribute in _DEPENDENCIES:
        value = getattr(ctx.rule.attr, attribute, None)
        for dependency in value if type(value) == "list" else [value]:
            if type(dependency) == "Target" and CppwardenInfo in dependency:
                transitive.append(dependency[CppwardenInfo])
    objects, sources = [], []

    # Other workspaces are somebody else's program: their headers are read,
    # their sources are not linted.
    is_ours = target.label.workspace_name == "" and _OPT_OUT not in getattr(ctx.rule.attr, "tags", [])
    if CcInfo in target and is_ours:
        toolchain = find_cpp_toolchain(ctx)
        for file in _files(ctx, "srcs"):
            if file.extension in _C_EXTENSIONS + _CXX_EXTENSIONS:
                objects.append(_analyse(ctx, target, file, file.extension in _CXX_EXTENSIONS, toolchain))
                sources.append(file)
            elif file.extension in _HEADER_EXTENSIONS:
                sources.append(file)
        for attribute in ["hdrs", "textual_hdrs"]:
            sources += _files(ctx, attribute)
    info = CppwardenInfo(
        objects = depset(objects, transitive = [t.objects for t in transitive]),
        sources = depset(sources, transitive = [t.sources for t in transitive]),
    )
    return [info, OutputGroupInfo(cppwarden_objects = info.objects)]

cppwarden_aspect = aspect(
    implementation = _aspect_impl,
    doc = "Compiles the sources of a target, and of what it depends on, to objects for the link.",
    attr_aspects = _DEPENDENCIES,
    attrs = dict(
        _cc_toolchain = attr.label(default = Label("@bazel_tools//tools/cpp:current_cc_toolchain")),
        **_SETTINGS
    ),
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)

def _link(ctx):
    """Reports on the targets; the reports, and the file with the exit status."""
    objects = depset(transitive = [t[CppwardenInfo].objects for t in ctx.attr.targets])
    sources = depset(transitive = [t[CppwardenInfo].sources for t in ctx.attr.targets])
    options, settings = _settings(ctx)
    status = ctx.actions.declare_file(ctx.label.name + ".status")
    reports = []
    arguments = ctx.actions.args()
    arguments.add_all([status, ctx.executable._program, "link"])
    arguments.add_all(options)
    for format in ctx.attr.formats:
        report = ctx.actions.declare_file("%s.%s" % (ctx.label.name, format))
        reports.append(report)
        arguments.add("--output", report, format = format + ":%s")
    arguments.add_all(ctx.attr.arguments)
    arguments.add("-q")
    list = ctx.actions.args()
    list.add_all(objects)
    list.use_param_file("@%s", use_always = True)
    list.set_param_file_format("multiline")

    # 0, 1 and 3 are verdicts, for a test to pronounce; others are failures.
    ctx.actions.run_shell(
        command = """status=$1
shift
code=0
"$@" || code=$?
case $code in
0 | 1 | 3) echo "$code" > "$status" ;;
*) exit "$code" ;;
esac
""",
        arguments = [arguments, list],
        tools = [ctx.executable._program],
        inputs = depset(transitive = [objects, sources, settings]),
        outputs = reports + [status],
        mnemonic = "CppwardenLink",
        progress_message = "Linting the program of %s" % ctx.label,
    )
    return reports, status

def _report_impl(ctx):
    reports, _ = _link(ctx)
    return [DefaultInfo(files = depset(reports))]

def _test_impl(ctx):
    reports, status = _link(ctx)
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.write(script, is_executable = True, content = """#!/bin/sh
cd "${TEST_SRCDIR:-$0.runfiles}/%s" || exit 2
cat "%s"
exit "$(cat "%s")"
""" % (ctx.workspace_name, reports[0].short_path, status.short_path))
    return [DefaultInfo(
        executable = script,
        files = depset(reports),
        runfiles = ctx.runfiles(files = reports + [status]),
    )]

_LINK_ATTRIBUTES = dict(
    targets = attr.label_list(
        mandatory = True,
        aspects = [cppwarden_aspect],
        doc = "The program: its binaries, and libraries that no binary needs.",
    ),
    formats = attr.string_list(
        default = ["text"],
        allow_empty = False,
        doc = "NAME.FORMAT is written for each. A test shows the first.",
    ),
    arguments = attr.string_list(
        doc = "More options of `cppwarden link`, such as --fail-on error. " +
              "Options that choose rules belong into the configuration, which both halves read.",
    ),
    **_SETTINGS
)

cppwarden_report = rule(
    implementation = _report_impl,
    doc = "Reports on a program. Findings do not fail the build.",
    attrs = _LINK_ATTRIBUTES,
)

cppwarden_test = rule(
    implementation = _test_impl,
    doc = "Fails when `cppwarden check` would: with 1 for findings, with 3 for an incomplete unit.",
    attrs = _LINK_ATTRIBUTES,
    test = True,
)

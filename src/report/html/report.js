// Filter, search and colour scheme of the html format. The page is complete
// without it. The state stands in the URL's fragment, so that a view can be
// sent to somebody and "back" works:
//   #severity=error,warning&rule=sql-injection&group=secrets&q=text&silenced=1
//   #f-<fingerprint> is one finding.
"use strict";
(() => {
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  root.classList.add("js");

  const levels = ["error", "warning", "note"];
  const findings = all(".finding");
  const files = all(".file");
  const search = find("q");
  const rule = find("rule");
  const silenced = find("silenced");
  const buttons = all(".segments button");
  const texts = new WeakMap();

  const textOf = (finding) => {
    let text = texts.get(finding);
    if (text === undefined) {
      // The file's name stands in the heading above.
      text = (finding.closest(".file").dataset.file + " " + finding.textContent).toLowerCase();
      texts.set(finding, text);
    }
    return text;
  };

  const readState = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    const severity = given.get("severity");
    return {
      severity: severity === null ? levels : severity.split(","),
      // "rule:sql-injection", "group:secrets" or nothing: a value of the menu.
      topic: given.has("rule") ? "rule:" + given.get("rule")
           : given.has("group") ? "group:" + given.get("group") : "",
      q: given.get("q") || "",
      silenced: given.get("silenced") === "1",
    };
  };

  const apply = (state) => {
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const colon = state.topic.indexOf(":");
    const kind = state.topic.slice(0, colon), name = state.topic.slice(colon + 1);
    let shown = 0, possible = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const counts = state.silenced || data.silenced !== "1";
      const visible = counts && state.severity.includes(data.severity) &&
        (state.topic === "" || data[kind] === name) &&
        words.every((word) => textOf(finding).includes(word));
      finding.hidden = !visible;
      possible += counts;
      shown += visible;
    }
    for (const file of files)
      file.hidden = !all(".finding", file).some((finding) => !finding.hidden);
    find("shown").textContent = shown + " of " + possible + (possible === 1 ? " finding" : " findings");
    find("none").hidden = shown > 0;
    if (search.value !== state.q)
      search.value = state.q;
    rule.value = state.topic;
    if (rule.selectedIndex < 0)
      rule.value = "";
    silenced.checked = state.silenced;
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(state.severity.includes(button.value)));
  };

  const controls = () => ({
    severity: buttons.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.value),
    topic: rule.value,
    q: search.value,
    silenced: silenced.checked,
  });

  const show = (state) => {
    const fragment = new URLSearchParams();
    if (state.severity.length !== levels.length)
      fragment.set("severity", state.severity.join(","));
    if (state.topic !== "") {
      const colon = state.topic.indexOf(":");
      fragment.set(state.topic.slice(0, colon), state.topic.slice(colon + 1));
    }
    if (state.q !== "")
      fragment.set("q", state.q);
    if (state.silenced)
      fragment.set("silenced", "1");
    const text = fragment.toString();
    history.replaceState(null, "", text === "" ? location.pathname + location.search : "#" + text);
    apply(state);
  };

  const fromFragment = () => {
    const target = /^#(f|about)-/.test(location.hash) && find(location.hash.slice(1));
    if (!target) {
      const state = readState();
      apply(state);
      if (state.topic !== "")
        find("findings").scrollIntoView();
      return;
    }
    if (target.classList.contains("finding"))
      apply({ severity: levels, topic: "", q: "", silenced: target.dataset.silenced === "1" });
    target.open = true;
    target.scrollIntoView();
  };

  search.addEventListener("input", () => show(controls()));
  rule.addEventListener("change", () => show(controls()));
  silenced.addEventListener("change", () => show(controls()));
  for (const button of buttons)
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      show(controls());
    });
  find("reset").addEventListener("click", () => show({ severity: levels, topic: "", q: "", silenced: false }));
  const expand = find("expand");
  expand.addEventListener("click", () => {
    const open = expand.value !== "open";
    for (const finding of findings)
      if (!finding.hidden)
        finding.open = open;
    expand.value = open ? "open" : "";
    expand.textContent = open ? "Collapse all" : "Expand all";
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    }
  });
  addEventListener("beforeprint", () => {
    for (const details of all("details"))
      if (!details.hidden)
        details.open = true;
  });
  addEventListener("hashchange", fromFragment);

  // Colour scheme: the system's until a reader chooses.
  const themes = ["auto", "light", "dark"];
  const theme = find("theme");
  const setTheme = (name) => {
    if (name === "auto")
      delete root.dataset.theme;
    else
      root.dataset.theme = name;
    theme.value = name;
    theme.textContent = "Theme: " + name;
  };
  // A browser may refuse storage to a local file.
  const stored = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };
  theme.addEventListener("click", () => {
    const name = themes[(themes.indexOf(theme.value) + 1) % themes.length];
    setTheme(name);
    stored((storage) => storage.setItem("cppwarden-theme", name));
  });
  const remembered = stored((storage) => storage.getItem("cppwarden-theme"));
  setTheme(themes.includes(remembered) ? remembered : "auto");

  fromFragment();
})();

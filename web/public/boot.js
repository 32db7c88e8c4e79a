// Sets language, direction and theme before the first paint; a file of its own because the page forbids inline scripts.
(function () {
  var kept = {};
  try {
    kept = { language: localStorage.getItem("bazgoo.language"), theme: localStorage.getItem("bazgoo.theme") };
  } catch {
    // A browser that keeps nothing still gets the defaults.
  }
  var root = document.documentElement;
  var english = kept.language === "en";
  root.lang = english ? "en" : "fa";
  root.dir = english ? "ltr" : "rtl";
  var dark =
    kept.theme === "dark" || (kept.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";
  if (dark) document.querySelector("meta[name=theme-color]").content = "#0d1719";
})();

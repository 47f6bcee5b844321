(function () {
  "use strict";
  var rows = Array.prototype.slice.call(document.querySelectorAll("li"));
  var search = document.getElementById("search");
  var hits = document.getElementById("hits");
  var found = [];
  var at = -1;
  var texts = rows.map(function (row) {
    var details = document.getElementById("revision-" + row.id.slice(4));
    return (row.textContent + " " + details.textContent).toLowerCase();
  });

  function choose() {
    var id = decodeURIComponent(location.hash.slice(1));
    rows.forEach(function (row) {
      var chosen = id === "revision-" + row.id.slice(4);
      row.classList.toggle("chosen", chosen);
      if (chosen) {
        row.scrollIntoView({ block: "nearest" });
      }
    });
  }

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = rows.filter(function (row, i) {
      var hit = words.every(function (word) { return texts[i].indexOf(word) >= 0; });
      row.classList.toggle("missed", !hit);
      return hit;
    });
    at = -1;
    hits.textContent = words.length === 0 ? "" : found.length + " found, Enter goes to the next";
  }

  search.addEventListener("input", filter);
  search.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && found.length > 0) {
      at = (at + (event.shiftKey ? found.length - 1 : 1)) % found.length;
      found[at].scrollIntoView({ block: "center" });
      location.hash = "revision-" + found[at].id.slice(4);
    }
  });
  window.addEventListener("hashchange", choose);
  choose();
})();

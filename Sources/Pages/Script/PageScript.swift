/// What pages do by themselves. Everything on a page can be read without it.
enum PageScript {
  /// Saves tables as CSV.
  static let tables: StaticString = #"""
    "use strict";
    (() => {
      // A spreadsheet must not take a name for a formula, and no two names are to be one: as `CSVCell.name` does it.
      const guarded = (text) => {
        const bare = text.replace(/^'+/, "");
        return /^[=+\-@\t\r]/.test(bare) && !/^[+-]?[\d.,]+%?$/.test(bare) ? "'" + text : text;
      };
      const field = (cell) => {
        const text = cell.dataset.v ?? guarded(cell.textContent);
        return /[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
      };
      const csv = (table) => [...table.rows].map((row) => [...row.cells].map(field).join(",")).join("\r\n") + "\r\n";
      for (const button of document.querySelectorAll("button.save")) {
        button.addEventListener("click", () => {
          const table = button.parentElement.querySelector("table");
          const link = document.createElement("a");
          link.href = URL.createObjectURL(new Blob(["\ufeff", csv(table)], { type: "text/csv;charset=utf-8" }));
          link.download = button.dataset.file;
          link.click();
          setTimeout(() => URL.revokeObjectURL(link.href), 1000);
        });
      }
    })();

    """#
}

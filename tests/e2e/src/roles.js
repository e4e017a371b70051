// Roles and accessible names, as a screen reader would hear them: enough of ARIA in HTML and of the accessible name
// computation for one application's pages. Left out: names given by CSS content, frames, shadow trees.
// Pasted before the script that uses it; defines look, nameOf, focused and aim.

const HEADINGS = { H1: 1, H2: 1, H3: 1, H4: 1, H5: 1, H6: 1 };
const PLAIN = {
  A: (e) => (e.hasAttribute("href") ? "link" : ""), AREA: (e) => (e.hasAttribute("href") ? "link" : ""),
  ARTICLE: "article", ASIDE: "complementary", BLOCKQUOTE: "blockquote", BUTTON: "button", CAPTION: "caption",
  CODE: "code", DD: "definition", DETAILS: "group", DIALOG: "dialog", DT: "term", EM: "emphasis",
  FIELDSET: "group", FIGURE: "figure", FOOTER: (e) => (sectioned(e) ? "" : "contentinfo"),
  FORM: (e) => (labelled(e) ? "form" : ""), HEADER: (e) => (sectioned(e) ? "" : "banner"), HR: "separator",
  IMG: (e) => (e.getAttribute("alt") === "" ? "presentation" : "img"), INPUT: (e) => inputRole(e), LI: "listitem",
  MAIN: "main", MARK: "mark", MENU: "list", METER: "meter", NAV: "navigation", OL: "list", OPTGROUP: "group",
  OPTION: "option", OUTPUT: "status", P: "paragraph", PROGRESS: "progressbar", SEARCH: "search",
  SECTION: (e) => (labelled(e) ? "region" : ""), SELECT: (e) => (e.multiple || e.size > 1 ? "listbox" : "combobox"),
  STRONG: "strong", SUMMARY: "button", TABLE: "table", TBODY: "rowgroup",
  TD: (e) => (e.closest("[role=grid],[role=treegrid]") ? "gridcell" : "cell"), TEXTAREA: "textbox",
  TFOOT: "rowgroup", TH: (e) => (e.scope === "row" || e.scope === "rowgroup" ? "rowheader" : "columnheader"),
  THEAD: "rowgroup", TIME: "time", TR: "row", UL: "list",
};
const INPUTS = {
  button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox", radio: "radio",
  range: "slider", number: "spinbutton", search: "searchbox", text: "textbox", email: "textbox", tel: "textbox",
  url: "textbox",
};
// The roles whose content is their name. The second line is ours: tests find these by what they say.
const NAMED_BY_CONTENT = new Set((
  "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row " +
  "rowheader switch tab tooltip treeitem " +
  "alert blockquote caption definition listitem log mark note paragraph status term time").split(" "));

function labelled(e) {
  return e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby") || e.hasAttribute("title");
}

function sectioned(e) {
  return e.parentElement?.closest("article,aside,main,nav,section,[role=article],[role=main],[role=region]") != null;
}

function inputRole(e) {
  const role = INPUTS[e.type] ?? (e.type === "hidden" ? "" : "textbox");
  return e.list && (role === "textbox" || role === "searchbox") ? "combobox" : role;
}

function roleOf(e) {
  const given = e.getAttribute("role")?.trim().split(/\s+/)[0];
  if (given) return given;
  if (HEADINGS[e.tagName]) return "heading";
  const plain = PLAIN[e.tagName];
  return typeof plain === "function" ? plain(e) : (plain ?? "");
}

function visible(e) {
  if (e.closest("[aria-hidden=true],[inert]")) return false;
  if (e.tagName === "OPTION" || e.tagName === "OPTGROUP") e = e.closest("select") ?? e;
  if (!e.checkVisibility({ visibilityProperty: true })) return false;
  return Array.from(e.getClientRects()).some((r) => r.width > 0 && r.height > 0);
}

const tidy = (text) => text.replace(/\s+/gu, " ").trim();

function contentOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true" || !node.checkVisibility({ visibilityProperty: true })) return "";
  if (node.hasAttribute("aria-label")) return ` ${node.getAttribute("aria-label")} `;
  if (node.tagName === "IMG") return ` ${node.alt} `;
  if (node.tagName === "INPUT") return ` ${node.value} `;
  const inside = Array.from(node.childNodes, contentOf).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inside : ` ${inside} `;
}

function nameOf(e) {
  const ids = e.getAttribute("aria-labelledby")?.trim();
  const named = ids ? ids.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean) : [];
  // A label may be hidden on purpose and still be read out: its text counts all the same.
  const byId = tidy(named.map((n) => n.getAttribute("aria-label") ?? (tidy(contentOf(n)) || n.textContent)).join(" "));
  return byId || tidy(e.getAttribute("aria-label") ?? "") || native(e) || content(e) ||
    tidy(e.getAttribute("title") ?? "") || tidy(e.getAttribute("placeholder") ?? "");
}

function native(e) {
  if (e.labels?.length) return tidy(Array.from(e.labels, contentOf).join(" "));
  if (e.tagName === "IMG" || e.tagName === "AREA") return tidy(e.alt);
  if (e.tagName === "INPUT" && INPUTS[e.type] === "button") return tidy(e.value || e.alt || "");
  if (e.tagName === "OPTGROUP") return tidy(e.label);
  const own = { FIELDSET: "legend", TABLE: "caption", FIGURE: "figcaption" }[e.tagName];
  const label = own && Array.from(e.children).find((child) => child.tagName === own.toUpperCase());
  return label ? tidy(contentOf(label)) : "";
}

function content(e) {
  if (!NAMED_BY_CONTENT.has(roleOf(e))) return "";
  return tidy(e.tagName === "OPTION" ? e.text : Array.from(e.childNodes, contentOf).join(""));
}

// What matches, and the lines that help when it is not what was wanted: those of the same role if there are any.
function look(role, pattern, scope) {
  const wanted = new RegExp(pattern, "u");
  const seen = Array.from((scope ?? document).querySelectorAll("*")).filter((e) => roleOf(e) && visible(e));
  const same = seen.filter((e) => roleOf(e) === role);
  const line = (e) => `${roleOf(e)} "${nameOf(e).slice(0, 80)}"`;
  return {
    found: same.filter((e) => wanted.test(nameOf(e))),
    candidates: (same.length ? same : seen).slice(0, 60).map(line),
  };
}

function focused() {
  const e = document.activeElement;
  return e && e !== document.body ? `${roleOf(e) || e.tagName.toLowerCase()} ${nameOf(e)}`.trim() : "";
}

// Where to click, in whole pixels of the view, and what stands in the way. The first box of a line that wraps is
// used, because the middle of all of them may lie beside the words.
function aim(e) {
  e.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  const box = Array.from(e.getClientRects()).find((r) => r.width > 0 && r.height > 0);
  if (!box) return { x: 0, y: 0, obstacle: "it is not drawn" };
  const x = Math.floor(box.left + box.width / 2), y = Math.floor(box.top + box.height / 2);
  const hit = document.elementFromPoint(x, y);
  const reached = hit && (e === hit || e.contains(hit) || Array.from(e.labels ?? []).some((l) => l.contains(hit)));
  let obstacle = null;
  if (e.matches(":disabled")) obstacle = "it is disabled";
  else if (!hit) obstacle = "it lies outside the view";
  else if (!reached) obstacle = `it lies under <${hit.tagName.toLowerCase()} class="${hit.getAttribute("class") ?? ""}">`;
  return { x, y, obstacle };
}

// Renders a summary (markdown) as an HTML page in the style of GitHub, to open in a browser or to
// take a screenshot of:
//   node scripts/render-summary.mjs __tests__/report/golden/synced.md light > page.html
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

const COLORS = {
  light: {
    page: "#ffffff",
    text: "#1f2328",
    faint: "#59636e",
    line: "#d1d9e0",
    stripe: "#f6f8fa",
    code: "#818b981f",
    link: "#0969da",
  },
  dark: {
    page: "#0d1117",
    text: "#f0f6fc",
    faint: "#9198a1",
    line: "#3d444d",
    stripe: "#151b23",
    code: "#656c7633",
    link: "#4493f8",
  },
};

/** The page with a summary in it. */
export function toPage(markdown, theme = "light") {
  const colors = COLORS[theme];
  if (colors === undefined) throw new Error(`unknown theme ${theme}`);
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0 auto; padding: 24px 32px; max-width: 1012px; background: ${colors.page}; color: ${colors.text};
    font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", "Noto Color Emoji", sans-serif; }
  h2, h3, h4 { margin: 24px 0 16px; line-height: 1.25; font-weight: 600; }
  h2 { font-size: 1.5em; padding-bottom: .3em; border-bottom: 1px solid ${colors.line}; margin-top: 0; }
  h3 { font-size: 1.25em; } h4 { font-size: 1em; }
  p, ul, pre, table, details { margin: 0 0 16px; }
  table { border-collapse: collapse; display: block; max-width: 100%; width: max-content; overflow: auto; }
  th, td { padding: 6px 13px; border: 1px solid ${colors.line}; }
  tr:nth-child(2n) { background: ${colors.stripe}; }
  code { padding: .2em .4em; font: 85% ui-monospace, "DejaVu Sans Mono", monospace; background: ${colors.code}; border-radius: 6px; white-space: break-spaces; }
  pre { padding: 16px; background: ${colors.stripe}; border-radius: 6px; overflow: auto; } pre code { padding: 0; background: none; }
  a { color: ${colors.link}; } sub { color: ${colors.faint}; font-size: 85%; vertical-align: baseline; }
</style><body>${body}</body>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file = "", theme] = process.argv;
  if (file === "") throw new Error("usage: node scripts/render-summary.mjs FILE.md [light|dark]");
  process.stdout.write(toPage(readFileSync(file, "utf8"), theme));
}

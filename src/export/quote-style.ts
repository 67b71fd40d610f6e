// How texts are quoted beside others: as those are, where they agree.
import type { RangeItem, RangeMap, RangeMember, RangeNode } from "../roster/syntax/ranges.js";
import { type QuoteStyle, type WriteStyle, YAML_STYLE } from "./write.js";

/** The style that all texts among these values have; undefined where there is none. */
function commonQuotes(values: readonly RangeNode[]): QuoteStyle | undefined {
  const styles = values.flatMap((value) =>
    value.kind === "scalar" && typeof value.value === "string" ? [value.style] : [],
  );
  const [first] = styles;
  if (first === undefined) return undefined;
  return first !== "block" && styles.every((style) => style === first) ? first : "plain";
}

/** How to write beside these values in YAML. */
export function yamlStyleBeside(values: readonly RangeNode[]): WriteStyle {
  return { isJson: false, quotes: commonQuotes(values) ?? "plain" };
}

/** How many accounts before a new one show how it is written. */
const NEIGHBOURS = 10;

/** How to write the fields of a new account: as those before it write the same field, else all. */
export function styleAfter(accounts: readonly RangeItem[]): (field: string) => WriteStyle {
  const maps = accounts
    .slice(-NEIGHBOURS)
    .flatMap(({ value }): readonly RangeMap[] => (value.kind === "map" ? [value] : []));
  const members = maps.flatMap(({ entries }): readonly RangeMember[] => entries);
  const general = yamlStyleBeside(members.map(({ value }) => value));
  return (field) => {
    const own = members.filter(({ name }) => name === field).map(({ value }) => value);
    const quotes = commonQuotes(own);
    return quotes === undefined ? general : { ...YAML_STYLE, quotes };
  };
}

import axe from "axe-core";

/** The rules of accessibility that the page breaks; colours are measured in a real browser, where there are some. */
export async function violations(page: Element = document.body): Promise<string[]> {
  const found = await axe.run(page, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

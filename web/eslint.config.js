import { readdirSync } from "node:fs";
import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const features = readdirSync("src/features");

/** Forbids importing from these places, which lie above or beside the importing folder. */
const closed = (groups, message) => ({
  "no-restricted-imports": ["error", { patterns: [{ group: groups, message }] }],
});

/** Classes that name a physical side; a page that is right-to-left first says start and end. */
const PHYSICAL =
  "(^|[\\s:!-])-?(m[lr]|p[lr]|left|right|border-[lr]|rounded-(l|r|tl|tr|bl|br)|scroll-[mp][lr]|text-(left|right)|float-(left|right))(-|\\s|$)";

const logicalClasses = {
  "no-restricted-syntax": [
    "error",
    ...["Literal[value=/%/]", "TemplateElement[value.raw=/%/]"].map((node) => ({
      selector: `JSXAttribute[name.name="className"] ${node.replace("%", PHYSICAL)}, CallExpression[callee.name=/^(cn|cva)$/] ${node.replace("%", PHYSICAL)}`,
      message: "Use a logical class (ms-, pe-, start-, text-end …) instead of a physical side.",
    })),
  ],
};

export default tseslint.config(
  { ignores: ["src/client/**"] },
  js.configs.recommended,
  { files: ["**/*.js"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { "jsx-a11y": jsxA11y, "react-hooks": reactHooks },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      ...reactHooks.configs.recommended.rules,
      ...logicalClasses,
      // Numbers read well in messages as they are.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // An event handler may start work whose failure is shown where its state is.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Text is counted in code points here, as the server counts it.
      "@typescript-eslint/no-misused-spread": "off",
      // The router redirects by throwing, and a thrown Response is its documented form.
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  {
    files: ["src/components/**", "src/lib/**"],
    rules: closed(
      ["@/app/*", "@/features/*", "@/inpage/*", "**/../app/*", "**/../features/*"],
      "Components and lib know no feature.",
    ),
  },
  {
    files: ["src/embed/**"],
    rules: closed(
      ["@/app/*", "@/features/*", "@/components/*", "**/../app/*", "**/../features/*", "**/../components/*"],
      "What speaks on other people's pages knows inpage and lib, and nothing of the studio.",
    ),
  },
  {
    files: ["src/inpage/**"],
    rules: closed(
      ["@/app/*", "@/features/*", "@/components/*", "**/../app/*", "**/../features/*", "**/../components/*"],
      "What runs in the page knows lib and client, and nothing that is shown.",
    ),
  },
  {
    files: ["src/inpage/models/features/**", "src/inpage/models/runtimes/**"],
    // Sums over typed arrays count their places themselves.
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: closed(
      [
        "@/app/*",
        "**/../app/*",
        ...features
          .filter((other) => other !== feature)
          .flatMap((other) => [`@/features/${other}/*`, `**/../${other}/*`]),
      ],
      "A feature knows its own folder, inpage, components, lib and client.",
    ),
  })),
);

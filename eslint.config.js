import js from "@eslint/js";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import globals from "globals";

export default [
  { ignores: ["target/", "dist/"] },
  js.configs.recommended,
  {
    // Scripts run in Node; so do tests, which hand functions to a page.
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    // What runs on publishers' pages: text never becomes markup there.
    ...noUnsanitized.configs.recommended,
    files: ["www/**/*.js", "scripts/instance.js"],
    languageOptions: {
      globals: { STYLE_INTEGRITY: "readonly", WASM_INTEGRITY: "readonly" },
    },
  },
  {
    // What scripts/build.mjs puts around it.
    files: ["scripts/wasm-parts.js"],
    languageOptions: { globals: { parts: "readonly" } },
  },
];

const { projects } = require("../jest.config.cjs");

/** Les tests des règles. Les cas, qui éprouvent les règles par les fonctions, gardent les constantes (eprouver-bareme.mjs). */
module.exports = {
  ...projects[0],
  rootDir: "..",
  modulePathIgnorePatterns: [],
  testEnvironment: "@stryker-mutator/jest-runner/jest-env/node",
  testMatch: ["<rootDir>/test/regles/**/*.test.ts"],
  // Le solveur est lent : chaque changement le rejouerait.
  testPathIgnorePatterns: ["solveur"],
};

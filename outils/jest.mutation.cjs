const { projects } = require("../jest.config.cjs");

/** Les tests de la pièce éprouvée. Les cas, qui éprouvent les règles par les fonctions, gardent les constantes (eprouver-bareme.mjs). */
const piece = process.env.PIECE ?? "regles";

module.exports = {
  ...projects[0],
  rootDir: "..",
  modulePathIgnorePatterns: [],
  testEnvironment: "@stryker-mutator/jest-runner/jest-env/node",
  testMatch: [`<rootDir>/test/${piece}/**/*.test.ts`],
  // Le solveur et les classeurs du corpus sont lents : chaque changement les rejouerait tous.
  testPathIgnorePatterns: ["solveur", "corpus"],
};

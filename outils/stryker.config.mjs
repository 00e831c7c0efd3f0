/**
 * « npm run mutation » : change le code de la loi, ligne par ligne, et vérifie qu'un test s'en aperçoit.
 * Ne jouent que les tests liés à la règle changée ; le solveur, lent, est laissé de côté.
 */
export default {
  mutate: ["src/regles/**/*.ts", "!src/regles/index.ts"],
  testRunner: "jest",
  jest: {
    projectType: "custom",
    configFile: "outils/jest.mutation.cjs",
    enableFindRelatedTests: true,
  },
  coverageAnalysis: "perTest",
  incremental: true,
  incrementalFile: ".cache/mutation.json",
  tempDirName: ".cache/mutation",
  ignorePatterns: ["dist", "docs", "assets", "test/classeurs", "*.md"],
  reporters: ["clear-text", "progress"],
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
};

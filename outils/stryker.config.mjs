/**
 * « npm run mutation » : change le code de la loi, ligne par ligne, et vérifie qu'un test s'en aperçoit.
 * Ne jouent que les tests liés au fichier changé ; ceux qui sont lents sont laissés de côté (jest.mutation.cjs).
 * La variable PIECE choisit une autre pièce que `regles`, jouée sans Jest (coureur-de-mutation.cjs) : `controle`, `tableau` ou `suivi`.
 */
const piece = process.env.PIECE ?? "regles";
const loi = piece === "regles";

export default {
  mutate: [`src/${piece}/**/*.ts`, `!src/${piece}/index.ts`],
  plugins: ["@stryker-mutator/*", "./outils/coureur-de-mutation.cjs"],
  testRunner: loi ? "jest" : "direct",
  jest: {
    projectType: "custom",
    configFile: "outils/jest.mutation.cjs",
    enableFindRelatedTests: true,
  },
  coverageAnalysis: "perTest",
  incremental: true,
  incrementalFile: loi ? ".cache/mutation.json" : `.cache/mutation-${piece}.json`,
  tempDirName: ".cache/mutation",
  ignorePatterns: ["dist", "docs", "assets", "test/classeurs", "*.md"],
  reporters: ["clear-text", "progress"],
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: loi ? { high: 95, low: 90, break: 90 } : { high: 90, low: 80, break: 80 },
  concurrency: 2,
};

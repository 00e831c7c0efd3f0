// Paquets publiés en ESM seul que Univer charge par `require` : jest doit les transformer.
const ESM_SEUL =
  "cjk-regex|collapse-white-space|franc-min|kdbush|lodash-es|n-gram|nanoid|quickselect|rbush|regexp-util|trigram-utils|unicode-regex";

const commun = {
  // Les copies du projet que fait la mesure de mutation.
  modulePathIgnorePatterns: ["<rootDir>/.cache/"],
  transform: {
    "^.+\\.[cm]?[jt]sx?$": [
      "ts-jest",
      { tsconfig: "<rootDir>/tsconfig.jest.json", diagnostics: false },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_SEUL})/)`],
};

module.exports = {
  projects: [
    {
      ...commun,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
    },
    {
      ...commun,
      displayName: "volet",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/test/**/*.test.tsx"],
      setupFilesAfterEnv: ["<rootDir>/test/volet/preparation.ts"],
    },
  ],
};

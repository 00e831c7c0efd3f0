import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import office from "eslint-plugin-office-addins";
import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";
import { reglePieces } from "./outils/regle-pieces.mjs";

/**
 * Qui peut importer qui : pour chaque pièce (dossier de src), les autres pièces, par leur porte index.ts, et les paquets.
 * « hote » n'est dans aucune liste : le classeur embarqué ne sert qu'au développement et aux tests.
 * @type {import("./outils/regle-pieces.mjs").Table}
 */
const TABLE = {
  regles: { pieces: [], paquets: [] },
  territoire: { pieces: ["regles"], paquets: [] },
  tableau: { pieces: ["regles"], paquets: [] },
  natif: { pieces: ["regles"], paquets: ["@borgar/fx/xlsx"] },
  controle: { pieces: ["regles", "tableau", "territoire"], paquets: [] },
  suivi: { pieces: ["regles", "tableau", "controle"], paquets: [] },
  redaction: { pieces: ["regles", "tableau", "controle", "suivi"], paquets: [] },
  feuilles: {
    pieces: ["regles", "tableau", "controle", "suivi", "natif", "redaction"],
    paquets: [],
  },
  contrat: { pieces: ["regles", "tableau", "controle", "redaction", "feuilles"], paquets: [] },
  fichier: { pieces: ["tableau", "natif", "feuilles"], paquets: ["fflate"] },
  fonctions: { pieces: ["regles", "tableau", "territoire", "controle", "redaction"], paquets: [] },
  classeur: { pieces: ["tableau", "feuilles", "contrat"], paquets: [] },
  volet: {
    pieces: [
      "regles",
      "tableau",
      "territoire",
      "natif",
      "controle",
      "suivi",
      "redaction",
      "feuilles",
      "contrat",
      "fichier",
      "fonctions",
      "classeur",
    ],
    paquets: ["react", "react-dom", "@fluentui/react-components", "@fluentui/react-icons"],
  },
  commande: {
    pieces: [
      "regles",
      "tableau",
      "territoire",
      "controle",
      "natif",
      "redaction",
      "feuilles",
      "contrat",
      "fichier",
    ],
    paquets: ["node:"],
  },
  hote: { pieces: ["tableau", "fichier"], paquets: "tous" },
};

/** Pièces pures : les mêmes entrées y donnent toujours les mêmes sorties, dans Excel comme ailleurs. */
const PURES = [
  "regles",
  "tableau",
  "territoire",
  "natif",
  "controle",
  "suivi",
  "redaction",
  "feuilles",
  "contrat",
];

const MONDE_EXTERIEUR = [
  "CustomFunctions",
  "Excel",
  "Office",
  "document",
  "fetch",
  "globalThis",
  "localStorage",
  "navigator",
  "process",
  "self",
  "sessionStorage",
  "setInterval",
  "setTimeout",
  "window",
].map((name) => ({
  name,
  message: "Une pièce pure ne voit ni Office, ni la page, ni la machine.",
}));

const HORLOGE = ["Date", "performance"].map((name) => ({
  name,
  message: "Une pièce pure ne lit pas l'heure : la période lui est donnée.",
}));

export default tseslint.config(
  { ignores: ["dist/", "coverage/", ".cache/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [a11y.flatConfigs.recommended],
    plugins: {
      "office-addins": office,
      "react-hooks": hooks,
      maison: { rules: { pieces: reglePieces } },
    },
    languageOptions: { globals: globals.browser },
    rules: {
      ...Object.fromEntries(
        Object.keys(office.rules).map((regle) => [`office-addins/${regle}`, "error"])
      ),
      ...hooks.configs.recommended.rules,
      "maison/pieces": ["error", TABLE],
      "no-console": "error",
    },
  },
  {
    files: PURES.map((piece) => `src/${piece}/**`),
    rules: {
      "no-restricted-globals": ["error", ...MONDE_EXTERIEUR, ...HORLOGE],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Une pièce pure ne tire rien au sort." },
      ],
    },
  },
  {
    // Le fil d'office.js n'a pas de types.
    files: ["src/hote/fil/**"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  { files: ["**/*.{js,cjs,mjs}"], languageOptions: { globals: globals.node } },
  { files: ["**/*.{js,cjs}"], languageOptions: { sourceType: "commonjs" } }
);

/**
 * Chargeur webpack : apprend le point-virgule à Univer 0.25.1, qui ne connaît que la virgule. Sans lui, cliquer une
 * cellule après « ; » n'ajoute pas son adresse à la formule en cours, et l'aide écrit « F(a,b) ».
 * Il rend aussi la touche Entrée à la cellule quand la liste des fonctions, qui se ferme avec retard, est périmée.
 */

/** Vrai si le texte avant le curseur finit par le nom que la liste complète. */
const LISTE_A_JOUR =
  "() => editor.getDocumentData().body.dataStream" +
  ".slice(0, editor.getSelectionRanges()[0]?.startOffset)" +
  ".toUpperCase().endsWith(searchText.toUpperCase())";

/** Remplacements par paquet, dans `lib/es/index.js`. */
const REMPLACEMENTS = {
  "engine-formula": [
    [
      "return FORMULA_LEXER_TOKENS.includes(str);",
      'return str === ";" || FORMULA_LEXER_TOKENS.includes(str);',
    ],
    [
      '} else if (currentString === "," && this.isSingle',
      '} else if ((currentString === "," || currentString === ";") && this.isSingle',
    ],
    ['node === "@" || node === ","', 'node === "@" || node === "," || node === ";"'],
    [
      'prevString === "(" || prevString === ","',
      'prevString === "(" || prevString === "," || prevString === ";"',
    ],
  ],
  "sheets-formula-ui": [
    ['i === value.length - 1 ? "" : ","', 'i === value.length - 1 ? "" : "; "'],
    ['.map((item) => item.example).join(",")', '.map((item) => item.example).join("; ")'],
    [
      "binding: keyCode,\n\t\t\t\tpreconditions: () => true,",
      `binding: keyCode,\npreconditions: ${LISTE_A_JOUR},`,
    ],
  ],
};

/** Fichiers à faire passer par ce chargeur. */
const FICHIERS = /@univerjs[\\/](engine-formula|sheets-formula-ui)[\\/]lib[\\/]es[\\/]index\.js$/;

/**
 * @this {import("webpack").LoaderContext<object>}
 * @param {string} source
 */
function univerSeparateur(source) {
  const [, paquet = ""] = FICHIERS.exec(this.resourcePath) ?? [];
  const remplacements = REMPLACEMENTS[/** @type {keyof typeof REMPLACEMENTS} */ (paquet)];
  return remplacements.reduce((texte, [avant = "", apres = ""]) => {
    if (!texte.includes(avant)) {
      throw new Error(`Univer a changé : « ${avant} » n'est plus dans ${this.resourcePath}.`);
    }
    return texte.replaceAll(avant, apres);
  }, source);
}

module.exports = Object.assign(univerSeparateur, { FICHIERS });

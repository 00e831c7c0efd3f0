/** Règle ESLint : chaque pièce de la maison (dossier de src) n'importe que ce que la table lui permet. */

import path from "node:path";

/**
 * @typedef {{ pieces: string[], paquets: string[] | "tous" }} Permissions
 * @typedef {Record<string, Permissions>} Table
 */

/** @type {import("eslint").Rule.RuleModule} */
export const reglePieces = {
  meta: {
    type: "problem",
    schema: [{ type: "object" }],
    messages: {
      pieceInconnue:
        "La pièce « {{piece}} » n'est pas dans la table des imports (eslint.config.mjs).",
      interdite:
        "« {{piece}} » n'a pas le droit d'importer « {{cible}} » (table de eslint.config.mjs).",
      porte: "« {{cible}} » s'importe par sa porte, src/{{cible}}/index.ts, et par elle seule.",
      paquet: "« {{piece}} » n'a pas le droit d'importer le paquet « {{cible}} ».",
      dehors: "« {{cible}} » est hors de src.",
    },
  },

  create(contexte) {
    const src = path.join(contexte.cwd, "src");
    const { piece } = situer(src, contexte.filename);
    const table = /** @type {Table} */ (contexte.options[0]);
    const permissions = table[piece];

    /**
     * @param {import("eslint").Rule.Node} noeud
     * @param {unknown} specificateur
     */
    function verifier(noeud, specificateur) {
      if (typeof specificateur !== "string") return;
      const faute = permissions
        ? fauteDeLImport(specificateur, permissions)
        : { messageId: "pieceInconnue", data: { piece } };
      if (faute) contexte.report({ node: noeud, ...faute });
    }

    /**
     * @param {string} specificateur
     * @param {Permissions} permises
     */
    function fauteDeLImport(specificateur, permises) {
      if (!specificateur.startsWith(".")) {
        const permis =
          permises.paquets === "tous" || permises.paquets.some(commence(specificateur));
        return permis ? null : { messageId: "paquet", data: { piece, cible: specificateur } };
      }
      const fichier = path.resolve(path.dirname(contexte.filename), specificateur);
      const cible = situer(src, fichier);
      if (cible.dehors) return { messageId: "dehors", data: { cible: specificateur } };
      if (cible.piece === piece) return null;
      const data = { piece, cible: cible.piece };
      if (!permises.pieces.includes(cible.piece)) return { messageId: "interdite", data };
      return ["", "index"].includes(cible.reste) ? null : { messageId: "porte", data };
    }

    /** @param {any} noeud Tout noeud qui porte une source : import, export … from, import(). */
    const parSource = (noeud) => verifier(noeud, noeud.source?.value);
    return {
      ImportDeclaration: parSource,
      ExportNamedDeclaration: parSource,
      ExportAllDeclaration: parSource,
      ImportExpression: parSource,
      TSImportType: parSource,
      /** @param {any} noeud */
      TSExternalModuleReference: (noeud) => verifier(noeud, noeud.expression.value),
      /** @param {any} noeud */
      "CallExpression[callee.name='require']": (noeud) =>
        verifier(noeud, noeud.arguments[0]?.value),
    };
  },
};

/**
 * @param {string} src
 * @param {string} fichier
 */
function situer(src, fichier) {
  const [piece = "", ...reste] = path.relative(src, fichier).split(path.sep);
  return { piece, reste: reste.join("/"), dehors: piece === ".." };
}

/**
 * Un paquet permis l'est avec ses sous-chemins ; « @univerjs/ » ou « node: » permet toute une famille.
 * @param {string} specificateur
 */
function commence(specificateur) {
  return (/** @type {string} */ paquet) =>
    specificateur === paquet ||
    specificateur.startsWith(/[/:]$/.test(paquet) ? paquet : `${paquet}/`);
}

/**
 * L'aide des fonctions, tirée de leurs commentaires JSDoc, seule source des pages d'aide et de l'aide du volet. Chaque fonction
 * porte, outre ce qu'Excel demande : `@article`, `@exemple`, `@erreur` (si elle a un argument) et, au besoin, `@remarque`.
 */

require("../charger-ts.cjs");
const { readFileSync } = require("node:fs");
const ts = require("typescript");
const { enInternational } = require("../../src/hote/langue/francais");
const { typographier } = require("../../src/redaction");
const { nomComplet } = require("../metadonnees.cjs");

/**
 * @typedef {import("../metadonnees.cjs").Fonction} Fonction
 * @typedef {import("../metadonnees.cjs").Metadonnees} Metadonnees
 * @typedef {import("../metadonnees.cjs").Parametre} Parametre
 * @typedef {import("../../src/fonctions").AideDeFonction} AideDeFonction
 * @typedef {import("../../src/fonctions").ExempleDeFormule} ExempleDeFormule
 * @typedef {{ theme: string, etiquettes: Map<string, string[]> }} Commentaire
 */

const ETIQUETTES = [
  "customfunction",
  "helpurl",
  "param",
  "returns",
  "article",
  "exemple",
  "erreur",
  "remarque",
];

/**
 * Lit l'aide de toutes les fonctions, dans l'ordre alphabétique, comme Excel les propose.
 * @param {string[]} fichiers Chemins des fichiers TypeScript.
 * @param {Metadonnees} metadonnees Ce qu'Excel lit de ces mêmes fichiers.
 * @returns {AideDeFonction[]}
 * @throws {Error} Si une fonction n'est pas assez documentée ; le message dit laquelle et ce qui manque.
 */
function lireAide(fichiers, metadonnees) {
  const commentaires = new Map(fichiers.flatMap(commentairesDuFichier));
  /** @type {string[]} */
  const manques = [];
  const aide = metadonnees.functions.map((fonction) => {
    const commentaire = commentaires.get(fonction.id) ?? { theme: "", etiquettes: new Map() };
    manques.push(
      ...manquesDe(fonction, commentaire).map((m) => `- ${nomComplet(fonction)} : ${m}`)
    );
    return decrire(fonction, commentaire, metadonnees);
  });
  if (manques.length > 0) throw new Error(`Aide des fonctions refusée :\n${manques.join("\n")}`);
  return aide.sort((a, b) => a.nom.localeCompare(b.nom, "fr"));
}

/**
 * Les commentaires des fonctions personnalisées d'un fichier, par identifiant. Le thème est le début du commentaire de tête du
 * fichier : « Les fonctions du parc : taux, manquants, écart. »
 * @param {string} chemin
 * @returns {[string, Commentaire][]}
 */
function commentairesDuFichier(chemin) {
  const fichier = ts.createSourceFile(
    chemin,
    readFileSync(chemin, "utf8"),
    ts.ScriptTarget.ES2022,
    true
  );
  const theme = /\/\*[\s*]*(Les fonctions [^:]*?)\s*:/.exec(fichier.text)?.[1] ?? "";
  return fichier.statements.filter(ts.isFunctionDeclaration).flatMap((fonction) => {
    /** @type {Map<string, string[]>} */
    const etiquettes = new Map();
    for (const etiquette of ts.getJSDocTags(fonction)) {
      const nom = etiquette.tagName.text;
      etiquettes.set(nom, [...(etiquettes.get(nom) ?? []), texteDe(etiquette)]);
    }
    const id = etiquettes.get("customfunction")?.[0]?.split(" ")[0];
    return id ? [[id, { theme, etiquettes }]] : [];
  });
}

/** @param {string} texte */
function premierePhrase(texte) {
  return /^.*?\.(?= \p{Lu})/u.exec(texte)?.[0] ?? texte;
}

/**
 * Le texte d'une étiquette, d'un seul tenant même s'il occupe plusieurs lignes.
 * @param {ts.JSDocTag} etiquette
 */
function texteDe(etiquette) {
  return surUneLigne(ts.getTextOfJSDocComment(etiquette.comment) ?? "");
}

/** @param {string} texte */
function surUneLigne(texte) {
  return texte.replace(/[ \t\r\n]+/g, " ").trim();
}

/**
 * @param {Fonction} fonction
 * @param {Commentaire} commentaire
 * @returns {string[]}
 */
function manquesDe(fonction, { theme, etiquettes }) {
  const lues = (/** @type {string} */ nom) => etiquettes.get(nom) ?? [];
  const inconnues = [...etiquettes.keys()].filter((nom) => !ETIQUETTES.includes(nom));
  const exemples = lues("exemple").filter((exemple) => !couperLExemple(exemple, fonction));
  const erreurs = lues("erreur").filter((erreur) => !couperLErreur(erreur));
  return [
    ...(theme ? [] : ["le fichier doit commencer par « /** Les fonctions … : … */ »"]),
    ...(theme && fonction.description?.startsWith(theme)
      ? ["sa description est le commentaire de tête du fichier : écrivez celui-ci « /* … */ »"]
      : []),
    ...inconnues.map((nom) => `étiquette inconnue @${nom}`),
    ...["returns", "article", "exemple"]
      .filter((nom) => !lues(nom).some(Boolean))
      .map((nom) => `@${nom} absent`),
    ...exemples.map(
      (e) => `@exemple doit s'écrire « =${nomComplet(fonction)}(…) → résultat » : ${e}`
    ),
    ...(fonction.parameters.length > 0 && lues("erreur").length === 0 ? ["@erreur absent"] : []),
    ...erreurs.map((e) => `@erreur doit s'écrire « ce qui se passe : que faire » : ${e}`),
  ];
}

/**
 * @param {Fonction} fonction
 * @param {Commentaire} commentaire
 * @param {Metadonnees} metadonnees
 * @returns {AideDeFonction}
 */
function decrire(fonction, { theme, etiquettes }, metadonnees) {
  const lues = (/** @type {string} */ nom) => etiquettes.get(nom) ?? [];
  const description = typographier(surUneLigne(fonction.description ?? ""));
  return {
    nom: nomComplet(fonction),
    theme: typographier(theme),
    resume: premierePhrase(description),
    description,
    arguments: fonction.parameters.map((parametre) => argument(parametre, metadonnees)),
    rend: typographier(lues("returns")[0] ?? ""),
    articles: lues("article").flatMap((articles) => articles.split(/\s*;\s*/)),
    exemples: lues("exemple").flatMap((exemple) => couperLExemple(exemple, fonction) ?? []),
    erreurs: lues("erreur").flatMap((erreur) => couperLErreur(erreur) ?? []),
    remarques: lues("remarque").map(typographier),
  };
}

/**
 * @param {Parametre} parametre
 * @param {Metadonnees} metadonnees
 * @returns {AideDeFonction["arguments"][number]}
 */
function argument({ name, description = "", optional = false, customEnumId }, { enums = [] }) {
  const choix = enums.find(({ id }) => id === customEnumId)?.values ?? [];
  return {
    nom: name,
    description: typographier(surUneLigne(description)),
    facultatif: optional,
    valeurs: choix.map(({ name: nom, stringValue: mot = nom, tooltip: sens }) => ({
      mot,
      sens: typographier(sens),
    })),
  };
}

/**
 * « =CMS.OBJECTIF(500;5) → 165 » : la formule, et ce que les cellules affichent. Sur une ligne les cellules se séparent par « | »,
 * les lignes par « // ».
 * @param {string} texte
 * @param {Fonction} fonction
 * @returns {ExempleDeFormule | null}
 */
function couperLExemple(texte, fonction) {
  const [fr = "", resultat = "", ...trop] = texte.split(" → ");
  const bienEcrit = fr.startsWith(`=${nomComplet(fonction)}(`) && fr.endsWith(")");
  if (!bienEcrit || resultat === "" || trop.length > 0) return null;
  return {
    fr,
    formule: sansEspaceDevantPourCent(enInternational(fr)),
    resultat: resultat
      .split(" // ")
      .map((ligne) => ligne.split(" | ").map((cellule) => typographier(cellule.trim()))),
  };
}

/**
 * « 25 % » → « 25% », hors des textes entre guillemets.
 * @param {string} formule
 */
function sansEspaceDevantPourCent(formule) {
  return formule
    .split('"')
    .map((morceau, rang) => (rang % 2 === 0 ? morceau.replace(/[ \u00A0\u202F]%/g, "%") : morceau))
    .join('"');
}

/**
 * @param {string} texte
 * @returns {AideDeFonction["erreurs"][number] | null}
 */
function couperLErreur(texte) {
  const [, cas, remede] = /^(.+?)[ \u00A0]: (.+)$/.exec(texte) ?? [];
  return cas && remede ? { cas: typographier(cas), remede: typographier(remede) } : null;
}

module.exports = { lireAide };

/**
 * `functions.json` : les métadonnées qu'Excel lit, tirées des commentaires JSDoc des fonctions personnalisées.
 */

const fs = require("node:fs");
const path = require("node:path");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");
const { ADRESSE_DE_DEVELOPPEMENT, remplacerAdresse } = require("./adresse.cjs");

/** Espace de noms des fonctions, le même que dans manifest.xml. */
const ESPACE_DE_NOMS = "CMS";

/** Les fichiers des fonctions personnalisées : tout ce que contient ce dossier. */
const DOSSIER_DES_FORMULES = path.resolve(__dirname, "../src/fonctions/formules");
const FICHIERS_DES_FORMULES = fs
  .readdirSync(DOSSIER_DES_FORMULES)
  .sort()
  .map((nom) => path.join(DOSSIER_DES_FORMULES, nom));

/**
 * @typedef {{ name: string, description?: string, type?: string, dimensionality?: string, optional?: boolean,
 *   repeating?: boolean, customEnumId?: string }} Parametre
 * @typedef {{ id: string, name: string, description?: string, helpUrl?: string, parameters: Parametre[],
 *   result: { type?: string, dimensionality?: string }, options?: Record<string, boolean> }} Fonction
 * @typedef {{ id: string, type: string, values: { name: string, stringValue?: string, numberValue?: number,
 *   tooltip: string }[] }} Enumeration
 * @typedef {{ allowErrorForDataTypeAny: true, allowCustomDataForDataTypeAny: true, functions: Fonction[],
 *   enums?: Enumeration[] }} Metadonnees
 * @typedef {{ id: string, fonction: string }} Association
 */

/**
 * Engendre les métadonnées des fonctions personnalisées.
 * @param {string[]} fichiers Chemins des fichiers TypeScript.
 * @param {string} [adresse] Adresse de publication, pour les liens d'aide.
 * @returns {Promise<{ metadonnees: Metadonnees, associations: Association[] }>}
 * @throws {Error} Si une fonction est mal écrite ou insuffisamment documentée.
 */
async function engendrerMetadonnees(fichiers, adresse = ADRESSE_DE_DEVELOPPEMENT) {
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(fichiers);
  if (errors.length === 0 && metadataJson === "") errors.push("aucune fonction personnalisée");
  refuser(fichiers, errors);

  /** @type {Omit<Metadonnees, "allowErrorForDataTypeAny">} */
  const lues = JSON.parse(metadataJson);
  refuser(fichiers, lues.functions.flatMap(manques));

  return {
    // Sans cette option, une seule cellule en erreur dans une plage fait refuser tout l'appel par Excel.
    metadonnees: {
      allowErrorForDataTypeAny: true,
      ...JSON.parse(remplacerAdresse(JSON.stringify(lues), adresse)),
    },
    associations: associate.map(({ id, functionName }) => ({ id, fonction: functionName })),
  };
}

/**
 * Le nom complet d'une fonction, tel qu'on le tape : « CMS.OBJECTIF ».
 * @param {Fonction} fonction
 */
function nomComplet(fonction) {
  return `${ESPACE_DE_NOMS}.${fonction.name}`;
}

/**
 * Ce qui manque pour que l'aide à la saisie d'Excel soit complète.
 * @param {Fonction} fonction
 * @returns {string[]}
 */
function manques(fonction) {
  const lien = `${ADRESSE_DE_DEVELOPPEMENT}/aide/${fonction.name}.html`;
  const sansDescription = fonction.parameters.filter((parametre) => !parametre.description);
  return [
    ...(fonction.description ? [] : ["description absente"]),
    ...(fonction.helpUrl === lien ? [] : [`@helpurl doit valoir ${lien}`]),
    ...sansDescription.map((parametre) => `argument « ${parametre.name} » sans description`),
  ].map((manque) => `${nomComplet(fonction)} : ${manque}`);
}

/**
 * @param {string[]} fichiers
 * @param {string[]} erreurs
 */
function refuser(fichiers, erreurs) {
  if (erreurs.length > 0) {
    throw new Error(
      `Métadonnées refusées, ${fichiers.join(", ")} :\n${erreurs.map((e) => `- ${e}`).join("\n")}`
    );
  }
}

module.exports = { ESPACE_DE_NOMS, FICHIERS_DES_FORMULES, engendrerMetadonnees, nomComplet };

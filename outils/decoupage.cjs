/** Réduit @etalab/decoupage-administratif (INSEE, DGCL ; Licence Ouverte) à ce que le contrôle demande : dans quel EPCI est une commune. */

require("./charger-ts.cjs");
const { version } = require("@etalab/decoupage-administratif/package.json");
/** @type {Commune[]} */
const communes = require("@etalab/decoupage-administratif/data/communes.json");
/** @type {Intercommunalite[]} */
const epci = require("@etalab/decoupage-administratif/data/epci.json");
/** @type {Intercommunalite[]} */
const ept = require("@etalab/decoupage-administratif/data/ept.json");
const { cleDeCommune } = require("../src/territoire/cles");

/**
 * @typedef {{ code: string, nom: string, type: string, population?: number, chefLieu?: string }} Commune
 * @typedef {{ code: string, nom: string, membres: { code: string }[] }} Intercommunalite
 */

/** Le paquet ne porte pas son millésime dans ses données ; son README l'attache à sa version majeure. */
const MILLESIMES = /** @type {Record<string, number>} */ ({ 6: 2026 });

/**
 * Le plus bas des seuils de population de l'article L. 302-5 (1 500 habitants dans l'agglomération parisienne, 3 500 ailleurs). Non vérifié dans nos sources au
 * 22 novembre 2026 : une erreur ne ferait que taire, ou garder, de petites communes ; aucun objectif n'en dépend.
 */
const POPULATION_MINIMUM = 1500;

/**
 * Les communes qui peuvent relever de l'article 55, et toutes leurs homonymes, même petites, déléguées ou associées : sans code INSEE, un nom qu'elles
 * portent aussi ne prouve rien. Les arrondissements de Paris, Lyon et Marseille n'en sont pas.
 * @returns {import("../src/territoire/decoupage").DonneesDuDecoupage}
 */
function reduireDecoupage() {
  const [majeure = ""] = version.split(".");
  const millesime = MILLESIMES[majeure];
  if (!millesime) throw new Error(`Millésime de la version ${version} inconnu : voir son README.`);
  const epciDe = new Map(
    epci.flatMap(({ code, membres }) => membres.map((membre) => [membre.code, code]))
  );
  const vivantes = communes.filter(({ type }) => type !== "arrondissement-municipal");
  const noms = new Set(vivantes.filter(estSoumissible).map(({ nom }) => cleDeCommune(nom)));
  const gardees = new Map(epci.map(({ code }) => [code, /** @type {Set<string>} */ (new Set())]));
  for (const { nom, code, chefLieu } of vivantes) {
    const siren = epciDe.get(chefLieu ?? code);
    if (siren && noms.has(cleDeCommune(nom))) gardees.get(siren)?.add(`${code} ${nom}`);
  }
  return {
    source: `INSEE et DGCL, par @etalab/decoupage-administratif ${version} (Licence Ouverte)`,
    millesime,
    epci: epci
      .map(({ code, nom }) => [code, nom, ...[...(gardees.get(code) ?? [])].sort()])
      .filter(({ length }) => length > 2)
      .map((ligne) => ligne.join("|"))
      .sort(),
    ept: ept
      .map(({ code, nom, membres }) => [code, nom, ...membres.map((membre) => membre.code).sort()])
      .map((ligne) => ligne.join("|"))
      .sort(),
  };
}

/** @param {Commune} commune */
function estSoumissible({ type, population = 0 }) {
  return type === "commune-actuelle" && population >= POPULATION_MINIMUM;
}

module.exports = { reduireDecoupage };

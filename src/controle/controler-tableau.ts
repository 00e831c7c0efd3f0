import { BAREMES, PERIODE_PAR_DEFAUT, enMillioniemes, estRefus, quellePeriode } from "../regles";
import type { Champ, TableauLu } from "../tableau";
import type { BilanDeCommune, Condition, Controle, Totaux, Verdict } from "./bilan";
import type { Constat } from "./constat";
import { controlerCommune } from "./controler-commune";
import { saisieDe } from "./donnees";

/** Contrôle un tableau d'article 2 par les règles de la loi et du guide. Ne lève jamais d'exception. */
export function controlerTableau(tableau: TableauLu): Controle {
  const constats: Constat[] = [];
  const lue = quellePeriode(tableau.periode);
  const bareme = estRefus(lue) ? BAREMES[PERIODE_PAR_DEFAUT] : lue;
  if (estRefus(lue)) {
    constats.push({
      gravite: "erreur",
      code: "donnee-illisible",
      adresse: tableau.colonnes.objectifApres?.adresse,
      article: "L. 302-8, I",
      valeurs: { affiche: tableau.periode ?? "", refus: [lue] },
    });
  }
  const communes = tableau.communes.map((ligne) =>
    controlerCommune(ligne, tableau.type, bareme, constats)
  );
  if (communes.length === 0) {
    constats.push({
      gravite: "erreur",
      code: "aucune-commune",
      adresse: tableau.colonnes.commune?.adresse,
      article: "guide, annexe 3",
      valeurs: {},
    });
  }
  const totaux = totaliser(communes);
  if (tableau.type === "mutualisant") controlerSomme(tableau, totaux, constats);
  controlerTotauxAffiches(tableau, constats);
  const conditions = tableau.type === "mutualisant" ? conditionsDe(communes) : [];
  return {
    type: tableau.type,
    verdict: juger(constats, conditions),
    bareme,
    totaux,
    communes,
    constats,
    conditions,
  };
}

function juger(constats: readonly Constat[], conditions: readonly Condition[]): Verdict {
  if (constats.some(({ gravite }) => gravite === "erreur")) return "non conforme";
  if (constats.some(({ gravite }) => gravite === "avertissement"))
    return "avertissements seulement";
  return conditions.length > 0 ? "à confirmer" : "conforme";
}

/** Une commune illisible rend la somme inconnue : elle n'est pas comptée pour zéro. */
function totaliser(communes: readonly BilanDeCommune[]): Totaux {
  const deficit = somme(communes.map((commune) => commune.deficit));
  const avant = somme(communes.map((commune) => commune.objectifAvant));
  const apres = somme(communes.map((commune) => commune.objectifApres));
  return { deficit, avant, apres, marge: avant === null || apres === null ? null : apres - avant };
}

function somme(nombres: readonly (number | null)[]): number | null {
  if (nombres.length === 0) return null;
  return nombres.reduce(
    (total, nombre) => (total === null || nombre === null ? null : total + nombre),
    0
  );
}

function controlerSomme(tableau: TableauLu, totaux: Totaux, constats: Constat[]): void {
  const { avant, apres, marge } = totaux;
  if (avant === null || apres === null || marge === null || marge >= 0) return;
  const cellule = tableau.total?.donnees.objectifApres ?? tableau.colonnes.objectifApres;
  constats.unshift({
    gravite: "erreur",
    code: "somme-insuffisante",
    adresse: cellule?.adresse,
    article: "L. 302-8, X, al. 3",
    valeurs: { avant, apres, manque: -marge },
  });
}

const CHAMPS_TOTALISES: readonly Champ[] = ["deficit", "objectifAvant", "objectifApres"];

/** Un total affiché se compare à la somme de sa propre colonne ; si elle ne se lit pas, c'est déjà dit. */
function controlerTotauxAffiches(tableau: TableauLu, constats: Constat[]): void {
  for (const champ of CHAMPS_TOTALISES) {
    const total = tableau.total?.donnees[champ];
    const affiche = saisieDe(total);
    const valeurs = tableau.communes.map((ligne) => saisieDe(ligne.donnees[champ]));
    if (typeof affiche !== "number" || valeurs.some((valeur) => typeof valeur !== "number"))
      continue;
    const attendu = valeurs.reduce<number>((s, valeur) => s + Number(valeur), 0);
    if (enMillioniemes(affiche) === enMillioniemes(attendu)) continue;
    constats.push({
      gravite: "erreur",
      code: "total-faux",
      adresse: total?.adresse,
      article: "arithmétique du tableau",
      valeurs: { champ, affiche, somme: attendu },
    });
  }
}

/** Ce que la loi demande et que le tableau ne dit pas (L. 302-8, X). */
function conditionsDe(communes: readonly BilanDeCommune[]): Condition[] {
  const accords = communes.flatMap<Condition>(({ nom, objectifAvant, objectifApres }) =>
    objectifAvant !== null && objectifApres !== null && objectifApres > objectifAvant
      ? [
          {
            code: "accord",
            article: "L. 302-8, X, al. 4",
            commune: nom,
            avant: objectifAvant,
            apres: objectifApres,
          },
        ]
      : []
  );
  return [
    { code: "plh", article: "L. 302-8, X, al. 5" },
    { code: "avis-cnsru", article: "L. 302-8, X, al. 1" },
    ...accords,
    { code: "toutes-les-communes", article: "L. 302-8, X" },
  ];
}

import { lireOperations, suivre, type Demande, type Suivi } from "../../src/suivi";
import { lireLignes } from "../outils/cas";
import { article3, objectifsDe, type Ligne } from "./feuilles";

const CAS = lireLignes("suivi.csv")
  .slice(1)
  .map((ligne) => {
    const [situation = "", objectifs = "", operations = "", attendu = ""] = ligne.split(";");
    return { situation, objectifs, operations, attendu };
  });

/** « 12 PLAI » : le nombre que suit un mot. */
function nombre(texte: string, mot: string): number | undefined {
  const lu = new RegExp(`(\\d+) ${mot}\\b`).exec(texte)?.[1];
  return lu === undefined ? undefined : Number(lu);
}

/** « Rivemont 38, 12 PLAI, 11 PLS, 183 manquants ». */
function objectif(texte: string) {
  const [, nom = "", objectif = ""] = /^(.*?) (\d+)(?:,|$)/.exec(texte) ?? [];
  return {
    nom,
    objectif: Number(objectif),
    plai: nombre(texte, "PLAI") ?? null,
    pls: nombre(texte, "PLS") ?? null,
    deficit: nombre(texte, "manquants") ?? null,
  };
}

/** « Rivemont / Les Vergers / 20 sociaux / prévu 2027 ». */
function operation(texte: string): Ligne {
  const [commune = "", nom = ""] = texte.split("/").map((morceau) => morceau.trim());
  const annee = (mot: string): number | undefined => {
    const lue = new RegExp(`${mot} (\\d{4})`).exec(texte)?.[1];
    return lue === undefined ? undefined : Number(lue);
  };
  const ligne: Ligne = {
    nom,
    sociaux: nombre(texte, "sociaux"),
    logements: nombre(texte, "logements"),
  };
  if (commune !== "") ligne.commune = commune;
  return {
    ...ligne,
    cadastre: /cadastre (.*)/.exec(texte)?.[1],
    plai: nombre(texte, "PLAI"),
    plus: nombre(texte, "PLUS"),
    pls: nombre(texte, "PLS"),
    accession: nombre(texte, "(?:PSLA|BRS)"),
    prevue: annee("prévu"),
    financee: annee("financé"),
  };
}

function demande(objectifs: string, operations: string): Demande {
  const morceaux = operations.split(" | ").filter((morceau) => morceau !== "");
  const [jour] = morceaux.flatMap((morceau) => /^le (.*)$/.exec(morceau)?.[1] ?? []);
  const manquants = nombre(operations, "manquants");
  const lignes = morceaux.filter((morceau) => morceau.includes("/"));
  const aPart = (ligne: string): boolean => ligne.endsWith("à part");
  const communes = objectifs.split(" | ").map(objectif);
  return {
    objectifs: objectifsDe(communes),
    article3: lireOperations(
      article3(
        lignes.filter((ligne) => !aPart(ligne)).map(operation),
        lignes.filter(aPart).map(operation)
      )
    ),
    ...(jour !== undefined && { jour }),
    ...(manquants !== undefined && {
      inventaire: communes.map(({ nom }) => ({ nom, insee: null, deficit: manquants })),
    }),
  };
}

/** Le suivi, écrit comme la colonne « attendu ». La typologie à préciser, commune à presque tous les cas, n'y est pas. */
function ecrire({ total, alertes }: Suivi, detaille: boolean): string {
  const { finances, prevus, aTrouver, plai, pls } = total;
  const parts = detaille
    ? [`PLAI à trouver ${plai.aTrouver}`, `PLS possibles ${pls.possibles}`]
    : [];
  const dites = alertes
    .filter(({ code }) => code !== "typologie-absente")
    .map(({ code, operation: nom, commune }) => `${code} : ${nom ?? commune ?? "?"}`);
  return [`${finances} financés, ${prevus} prévus, ${aTrouver} à trouver`, ...parts, ...dites].join(
    " | "
  );
}

test.each(CAS)("$situation", ({ objectifs, operations, attendu }) => {
  const suivi = suivre(demande(objectifs, operations));
  expect(ecrire(suivi, attendu.includes("PLAI à trouver"))).toBe(attendu);
});

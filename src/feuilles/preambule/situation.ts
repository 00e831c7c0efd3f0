import { typographier } from "../../redaction";
import type { Bareme } from "../../regles";
import { villeDe } from "../article-2/arrondissements";
import type { Composition } from "../composer";
import { demander, formuleDe, nombreDe } from "../dossier/commun";
import { ecrirePhrase, enPourcent, sommer, type Calcul } from "../formes";
import { source, type Matiere } from "../matiere";
import type { Validation } from "../plan";
import type { Rubrique } from "../../tableau";
import { paragraphe, reserver } from "../textes";
import { LARGEURS } from "./largeurs";

const OBLIGATIONS = "des obligations de l'article 55 de la loi SRU";
const ANNEE = "[année]";

/**
 * La situation de départ : celle d'une commune seule, ou le total de plusieurs, dont le tableau vient après.
 * @returns De quoi écrire ce total, une fois connues les cellules des manquants.
 */
export function situer(
  page: Composition,
  matiere: Matiere,
  seule: boolean,
  validations: Validation[]
): (deficits: string | null) => void {
  if (seule) {
    situerUneCommune(page, matiere, validations);
    return () => undefined;
  }
  const { forme, communes, controle } = matiere;
  if (controle.type === "arrondissements") {
    paragraphe(
      page,
      typographier(
        `La commune de ${villeDe(matiere)} relève ${OBLIGATIONS}. Le contrat détermine, pour chaque arrondissement, des objectifs et des engagements ; le tableau qui suit rappelle la situation de chacun.`
      )
    );
    return () => undefined;
  }
  const phraseDe = (total: Calcul) =>
    ecrirePhrase(forme, [
      `Les ${communes.length} communes du contrat relèvent ${OBLIGATIONS}. Il leur manque en tout `,
      total,
      ` logements sociaux${auPremierJanvier(controle.bareme)}. La situation de chacune est examinée à part : le tableau qui suit en rappelle les nombres, et dit ses enjeux propres.`,
    ]);
  const deficits = communes.map(({ deficit }) => deficit);
  const ecrire = reserver(page, phraseDe(sommer("", deficits)));
  return (plage) => {
    if (plage !== null) ecrire(phraseDe(sommer(plage, deficits)));
  };
}

function situerUneCommune(page: Composition, matiere: Matiere, validations: Validation[]): void {
  const { forme, suites, controle } = matiere;
  const [suite] = suites;
  const [commune] = suite?.communes ?? [];
  if (!suite || !commune) return;
  const { fin } = controle.bareme;
  const calculDe = (rubrique: Rubrique): Calcul => ({
    formule: formuleDe(matiere, suite, rubrique),
    valeur: nombreDe(commune, rubrique),
  });
  const phraseDe = (annee: Calcul) =>
    ecrirePhrase(forme, [
      "La commune (",
      { formule: source(matiere, suite, "commune"), valeur: commune.nom },
      `) relève ${OBLIGATIONS} depuis `,
      annee,
      ". Les logements sociaux y représentent ",
      enPourcent(calculDe("tauxLs")),
      " % des résidences principales, pour un taux à atteindre de ",
      enPourcent(calculDe("tauxCible")),
      " % : il en manque ",
      calculDe("deficit"),
      `${auPremierJanvier(controle.bareme)}.`,
    ]);
  const ecrire = reserver(page, phraseDe({ formule: null, valeur: ANNEE }));
  if (forme === "valeurs") {
    ecrire(phraseDe({ formule: null, valeur: ANNEE }));
    return;
  }
  const cellule = demander(page, LARGEURS, TABULATIONS, {
    libelle: "Soumise à ces obligations depuis (année)",
    aide: "La phrase ci-dessus reprend l'année.",
  });
  validations.push({ plage: cellule, ...anneeDEntree(fin) });
  ecrire(phraseDe({ formule: `IF(${cellule}="","${ANNEE}",${cellule})`, valeur: ANNEE }));
}

export const TABULATIONS = { caseAPartirDe: 3, aideAPartirDe: 5 };

/** La loi SRU est du 13 décembre 2000 : ses obligations ne sont pas plus anciennes. */
export function anneeDEntree(fin: number): Omit<Validation, "plage"> {
  return {
    regle: { entier: { min: 2000, max: fin } },
    invite: {
      titre: "Année d’entrée",
      texte: "Première année où la commune a été soumise aux obligations SRU, par exemple 2002.",
    },
    alerte: { titre: "Année inattendue", texte: `Une année de 2000 à ${fin} est attendue.` },
  };
}

function auPremierJanvier({ inventaire }: Bareme): string {
  return inventaire ? ` au 1er janvier ${inventaire.date.slice(0, 4)}` : "";
}

import { UNITE, tauxLegal, tauxPlancher, type Bareme, type Tranche } from "../../regles";
import { FORMAT_TAUX, FORMAT_TAUX_PRECIS } from "../page";
import type { Scalaire } from "../plan";
import { rubriqueDuContrat, source, type Commune, type Matiere } from "./communes";
import { A_PRECISER } from "./formes";
import { ecartDeDroit, formuleDeLObjectif, formuleDuTaux } from "./legal";
import { argumentsDuPls, plaiDe, plsDe } from "./qualite";
import type { Cle, Colonne } from "./tableau";

/** Les colonnes d'un contrat, par leur contenu ; chaque type de contrat choisit les siennes, et leurs titres. */
export function colonnesDuContrat(matiere: Matiere): Readonly<Record<CleDeContrat, Colonne>> {
  const { periode, inventaire } = matiere.controle.bareme;
  const au = inventaire ? ` au 1er janvier ${inventaire.date.slice(0, 4)}` : "";
  return {
    nom: {
      cle: "nom",
      titre: "Nom de la commune",
      formule: (suite) => source(matiere, suite, "commune"),
      valeur: ({ nom }) => nom,
    },
    deficit: {
      cle: "deficit",
      titre: `Nombre de LS manquants${au}`,
      formule: (suite) => source(matiere, suite, "deficit"),
      valeur: ({ deficit }) => deficit,
      somme: true,
    },
    tauxAvant: {
      cle: "tauxAvant",
      titre: "Taux de rattrapage légal",
      format: FORMAT_TAUX,
      formule: (suite) => formuleDuTaux(matiere, suite),
      valeur: ({ tauxAvant }) => (tauxAvant === null ? null : tauxAvant / UNITE),
    },
    avant: {
      cle: "avant",
      titre: `Objectifs ${periode} légaux`,
      formule: (suite, { ici }) =>
        formuleDeLObjectif(matiere, suite, ici("deficit"), ici("tauxAvant")),
      valeur: ({ objectifAvant }) => objectifAvant,
      somme: true,
    },
    tauxApres: tauxApres(matiere),
    apres: {
      cle: "apres",
      titre: `Objectifs ${periode} retenus`,
      formule: (suite) => source(matiere, suite, rubriqueDuContrat(matiere)),
      valeur: ({ objectifApres }) => objectifApres,
      somme: true,
    },
    ...planchers(matiere),
    plai: {
      cle: "plai",
      titre: "PLAI, au moins",
      formule: (_, { ici }) => `CMS.PLAI.MIN(${ici("apres")})`,
      valeur: plaiDe,
      somme: true,
    },
    pls: {
      cle: "pls",
      titre: "PLS et assimilés, au plus",
      formule: (suite, { ici }) => {
        const suivants = argumentsDuPls(matiere, suite);
        return suivants === null ? null : `CMS.PLS.MAX(${ici("apres")}${suivants})`;
      },
      valeur: (commune) => plsDe(matiere, commune) ?? A_PRECISER,
      somme: true,
    },
  };
}

export type CleDeContrat = Exclude<Cle, "tauxLs" | "prioritaire" | "part">;

/** Le taux retenu : celui qu'a écrit l'agent, sinon le quotient de l'objectif et des manquants. */
function tauxApres(matiere: Matiere): Colonne {
  const mutualisant = matiere.controle.type === "mutualisant";
  const ecrit = ({ donnees }: Commune): number | null => {
    const lu = mutualisant ? null : donnees.tauxApres?.valeur;
    return typeof lu === "number" ? lu : null;
  };
  return {
    cle: "tauxApres",
    titre: "Taux de rattrapage retenu",
    format: FORMAT_TAUX_PRECIS,
    formule: (suite, { ici }) => {
      const ecrits = suite.communes.filter((commune) => ecrit(commune) !== null).length;
      if (ecrits === 0) return `IF(${ici("deficit")}=0,0,${ici("apres")}/${ici("deficit")})`;
      return ecrits === suite.communes.length ? source(matiere, suite, "tauxApres") : null;
    },
    valeur: (commune) => ecrit(commune) ?? quotient(commune),
  };
}

function quotient({ deficit, objectifApres }: Commune): Scalaire {
  if (deficit === null || objectifApres === null) return null;
  return deficit === 0 ? 0 : objectifApres / deficit;
}

/** Le plancher d'un contrat abaissant, en taux et en logements. */
function planchers(matiere: Matiere): Record<"tauxPlancher" | "plancher", Colonne> {
  const { bareme } = matiere.controle;
  const type = `"abaissant","guide","${bareme.periode}"`;
  return {
    tauxPlancher: {
      cle: "tauxPlancher",
      titre: "Taux plancher possible",
      format: FORMAT_TAUX,
      formule: (suite) => {
        const ecart = ecartDeDroit(matiere, suite);
        return ecart === null ? null : `CMS.TAUX.PLANCHER(${ecart},${type})`;
      },
      valeur: (commune) => tauxPlancherDe(commune, bareme),
    },
    plancher: {
      cle: "plancher",
      titre: "Objectif plancher",
      formule: (suite, { ici }) => {
        const ecart = ecartDeDroit(matiere, suite);
        return ecart === null ? null : `CMS.PLANCHER(${ici("deficit")},${ecart},${type})`;
      },
      valeur: ({ plancher }) => plancher,
      somme: true,
    },
  };
}

/** Le taux légal dit la tranche, et la tranche le plancher ; `null` sans tranche (nouvelle entrante), ou avant la loi 3DS. */
function tauxPlancherDe({ tauxAvant, plancher }: Commune, bareme: Bareme): number | null {
  if (!bareme.amenagements || plancher === null) return null;
  const tranches = Object.keys(bareme.legal) as Tranche[];
  const tranche = tranches.find((candidate) => tauxLegal(candidate, bareme) === tauxAvant);
  return tranche ? tauxPlancher(tranche, "abaissant", "guide", bareme) / UNITE : null;
}

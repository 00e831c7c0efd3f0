import { UNITE, tauxLegal, tauxPlancher, type Bareme, type Tranche } from "../../regles";
import { FORMAT_TAUX, FORMAT_TAUX_PRECIS } from "../page";
import { rubriqueDuContrat, source, type Commune, type Matiere } from "../matiere";
import { A_PRECISER } from "../formes";
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
        if (suivants === null) return null;
        const maximum = `CMS.PLS.MAX(${ici("apres")}${suivants})`;
        const connus = suite.communes.every((commune) => plsDe(matiere, commune) !== null);
        return connus ? maximum : `IFERROR(${maximum},"${A_PRECISER}")`;
      },
      valeur: (commune) => plsDe(matiere, commune) ?? A_PRECISER,
      somme: true,
    },
  };
}

export type CleDeContrat = Exclude<Cle, "tauxLs" | "prioritaire" | "part" | "signe" | "ecartSigne">;

/** Le taux retenu : celui qu'a écrit l'agent, ou le taux légal s'il est maintenu ; sinon le quotient de l'objectif et des manquants. */
function tauxApres(matiere: Matiere): Colonne {
  const { type } = matiere.controle;
  const ecrit = ({ donnees }: Commune): number | null => {
    const lu = type === "abaissant" ? donnees.tauxApres?.valeur : null;
    return typeof lu === "number" ? lu : null;
  };
  const origineDe = (commune: Commune): Origine => {
    const { objectifAvant, objectifApres } = commune;
    if (ecrit(commune) !== null) return "ecrit";
    return type === "sans aménagement" && objectifApres === objectifAvant ? "legal" : "quotient";
  };
  return {
    cle: "tauxApres",
    titre: "Taux de rattrapage retenu",
    format: FORMAT_TAUX_PRECIS,
    formule: (suite, { ici }) => {
      const [origine, ...autres] = new Set(suite.communes.map(origineDe));
      if (autres.length > 0) return null;
      if (origine === "ecrit") return source(matiere, suite, "tauxApres");
      if (origine === "legal") return ici("tauxAvant");
      return `IF(${ici("deficit")}=0,0,${ici("apres")}/${ici("deficit")})`;
    },
    valeur: (commune) => {
      const { tauxAvant, deficit, objectifApres } = commune;
      const origine = origineDe(commune);
      if (origine === "ecrit") return ecrit(commune);
      if (origine === "legal") return tauxAvant === null ? null : tauxAvant / UNITE;
      if (deficit === null || objectifApres === null) return null;
      return deficit === 0 ? 0 : objectifApres / deficit;
    },
  };
}

type Origine = "ecrit" | "legal" | "quotient";

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

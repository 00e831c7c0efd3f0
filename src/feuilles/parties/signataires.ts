import { typographier } from "../../redaction";
import { villeDe } from "../article-2/arrondissements";
import type { Composition } from "../composer";
import { epciDe, reprendreNoms } from "../dossier/commun";
import type { Matiere } from "../matiere";

/** Une partie au contrat, après les communes. */
export interface Signataire {
  genre: string;
  /** Ce qu'il faut savoir pour la garder ou la retirer. */
  nom: string;
  qualite: string;
  /** L'assemblée qui délibère ; `null` : personne ne délibère. */
  organe: string | null;
  signature: "Obligatoire" | "Obligatoire au Grand Paris" | "Facultative";
}

/** Les communes du contrat qui signent : à Paris, Lyon et Marseille, la ville et non ses arrondissements. */
export function compterLesCommunes({ controle, communes }: Matiere): number {
  return controle.type === "arrondissements" ? 1 : communes.length;
}

/** Leurs noms sur les prochaines lignes, sans avancer. */
export function nommerLesCommunes(page: Composition, matiere: Matiere, colonne: number): void {
  if (matiere.controle.type === "arrondissements") page.poser(colonne, villeDe(matiere));
  else reprendreNoms(page, matiere, colonne);
}

/** Le nom le plus long, pour la hauteur de leurs lignes. */
export function nomsDesCommunes(matiere: Matiere): string[] {
  if (matiere.controle.type === "arrondissements") return [villeDe(matiere)];
  return matiere.communes.map(({ nom }) => nom);
}

/** Un contrat à l'échelle d'un EPT : l'EPCI à fiscalité propre est alors la métropole. */
const EPT = /^\s*(ept\b|[ée]tablissement public territorial)/i;

const HORS_DU_GRAND_PARIS = typographier(
  "[Établissement public territorial ; hors de la métropole du Grand Paris, à supprimer]"
);

/**
 * Qui signe avec les communes. Obligatoires : le maire, le préfet, le président de l'EPCI et, dans la métropole du Grand Paris, celui de l'EPT (L. 302-8-1, I,
 * al. 1) ; peut signer toute personne morale qui contribue aux objectifs (al. 2), dont le délégataire des aides à la pierre (guide).
 */
export function signatairesHorsCommunes(matiere: Matiere): Signataire[] {
  const epci = epciDe(matiere);
  const ept = EPT.test(epci);
  return [
    {
      genre: "EPCI à fiscalité propre",
      nom: ept ? "Métropole du Grand Paris" : epci,
      qualite: "Président",
      organe: "[Conseil communautaire ou métropolitain]",
      signature: "Obligatoire",
    },
    {
      genre: "EPT",
      nom: ept ? epci : HORS_DU_GRAND_PARIS,
      qualite: "Président",
      organe: "Conseil de territoire",
      signature: ept ? "Obligatoire" : "Obligatoire au Grand Paris",
    },
    {
      genre: "État",
      nom: "[Préfecture du département]",
      qualite: "Préfet",
      organe: null,
      signature: "Obligatoire",
    },
    {
      genre: "Délégataire des aides à la pierre",
      nom: "[Conseil départemental, s’il est délégataire et associé]",
      qualite: "[Président]",
      organe: "[Assemblée délibérante]",
      signature: "Facultative",
    },
    {
      genre: "Autre signataire",
      nom: "[Établissement public foncier]",
      qualite: "[Qualité]",
      organe: "[Instance, s’il y a lieu]",
      signature: "Facultative",
    },
    {
      genre: "Autre signataire",
      nom: "[Bailleur social, aménageur, organisme foncier solidaire…]",
      qualite: "[Qualité]",
      organe: "[Instance, s’il y a lieu]",
      signature: "Facultative",
    },
  ];
}

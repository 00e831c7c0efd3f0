import type { Constat, Controle, Gravite } from "../../controle";
import type { Alerte, Suivi } from "../../suivi";

/** Une alerte et la feuille de sa cellule : celle de l'article 3 n'est pas celle du tableau. */
export type AlerteSituee = { feuille: string } & (
  { source: "suivi"; alerte: Alerte } | { source: "tableau"; alerte: Constat }
);

/** Ce que le tableau contrôlé dit autrement que le contrat signé. */
const DE_LA_SIGNATURE: ReadonlySet<Constat["code"]> = new Set<Constat["code"]>([
  "commune-non-signee",
  "commune-signee-absente",
  "deficit-signe",
  "objectif-signe",
  "type-signe",
]);

const RANG: Readonly<Record<Gravite, number>> = { erreur: 0, avertissement: 1, information: 2 };

/**
 * Les alertes d'un contrat, les plus graves d'abord : celles de ses opérations, puis ce que son tableau dit autrement que lui.
 * @param article3 Nom de la feuille des opérations ; `null` : aucune ne se lit, et c'est cela qu'il faut dire.
 * @param controle `null` : aucun tableau n'est contrôlé.
 */
export function alertesDe(
  { alertes }: Suivi,
  article3: string | null,
  controle: Controle | null
): AlerteSituee[] {
  const duTableau = controle?.constats.filter(({ code }) => DE_LA_SIGNATURE.has(code)) ?? [];
  const situees: AlerteSituee[] = [
    ...(article3 === null ? [] : alertes).map((alerte) => ({
      source: "suivi" as const,
      feuille: article3 ?? "",
      alerte,
    })),
    ...duTableau.map((alerte) => ({
      source: "tableau" as const,
      feuille: controle?.tableau.feuille ?? "",
      alerte,
    })),
  ];
  return situees.sort((une, autre) => RANG[une.alerte.gravite] - RANG[autre.alerte.gravite]);
}

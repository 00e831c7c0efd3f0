import type { LigneDeCommune } from "../tableau";
import type { Constat } from "./constat";
import { reperer } from "./donnees";

/**
 * Une ligne sans manquants ni objectifs, et qui le dit d'un tiret ou d'un « sans objet » : une commune non soumise, non déficitaire ou exemptée, que le
 * tableau cite sans qu'elle soit du contrat. Une ligne laissée en blanc, ou à qui une seule des données manque, reste à compléter.
 */
export function estHorsContrat({ donnees }: LigneDeCommune): boolean {
  const { deficit, objectifAvant, objectifApres } = donnees;
  const objectifs = [objectifAvant, objectifApres].flatMap((donnee) => donnee ?? []);
  if (!deficit || objectifs.length === 0) return false;
  const cellules = [deficit, ...objectifs];
  return (
    cellules.every(({ etat }) => etat === "vide") &&
    cellules.some(({ texte }) => texte.trim() !== "")
  );
}

/** Dit une fois quelles communes restent hors du contrat : l'agent voit qu'elles ne sont pas comptées. */
export function signalerHorsContrat(lignes: readonly LigneDeCommune[], constats: Constat[]): void {
  const [premiere] = lignes;
  if (!premiere) return;
  const { commune, adresse } = reperer(premiere, "deficit");
  constats.push({
    gravite: "information",
    code: "hors-contrat",
    ...(lignes.length === 1 ? { commune } : {}),
    adresse,
    article: "L. 302-8, VII",
    valeurs: { communes: lignes.map(({ nom }) => nom) },
  });
}

import { normaliserMot } from "../regles";
import {
  plageDe,
  rectangleDe,
  type Conversion,
  type LigneDeCommune,
  type TableauTrouve,
} from "../tableau";

/** Les communes d'un tableau qui font un bilan : celles d'un même EPCI. */
export interface Groupe {
  epci: string | null;
  lignes: LigneDeCommune[];
}

/** Un bilan par EPCI, dans l'ordre du tableau ; un seul si le tableau n'en nomme pas plusieurs. */
export function grouperParEpci({ communes, epci, noms }: TableauTrouve): Groupe[] {
  const groupes = new Map<string, Groupe>();
  if (noms === "commune") {
    for (const ligne of communes) {
      const nom = ligne.epci ?? epci?.valeur ?? null;
      const cle = normaliserMot(nom ?? "");
      const groupe = groupes.get(cle);
      if (groupe) groupe.lignes.push(ligne);
      else groupes.set(cle, { epci: nom, lignes: [ligne] });
    }
  }
  if (groupes.size > 0) return [...groupes.values()];
  return [{ epci: epci?.valeur ?? null, lignes: communes }];
}

/** Les lignes d'un groupe, sur toute la largeur du tableau ; `null` sans commune. */
export function plageDuGroupe(
  { plageDonnees, communes }: TableauTrouve,
  { lignes }: Groupe
): string | null {
  const rectangle = rectangleDe(plageDonnees ?? "");
  if (!rectangle || lignes.length === communes.length) return plageDonnees;
  const rangs = lignes.map(({ ligne }) => ligne);
  const haut = rangs.reduce((a, b) => Math.min(a, b));
  const bas = rangs.reduce((a, b) => Math.max(a, b));
  const largeur = rectangle.droite - rectangle.gauche + 1;
  return plageDe(haut, rectangle.gauche, bas - haut + 1, largeur);
}

/** Les conversions de chaque groupe, en une seule passe : un département en a des milliers. */
export function repartirConversions(
  { conversions }: TableauTrouve,
  groupes: readonly Groupe[]
): Conversion[][] {
  if (groupes.length === 1) return [conversions];
  const rangs = new Map<string, number>();
  groupes.forEach(({ lignes }, rang) => {
    for (const { donnees } of lignes)
      for (const { adresse } of Object.values(donnees)) rangs.set(adresse, rang);
  });
  const reparties = groupes.map((): Conversion[] => []);
  for (const conversion of conversions)
    reparties[rangs.get(conversion.adresse) ?? -1]?.push(conversion);
  return reparties;
}

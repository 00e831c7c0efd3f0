import { rassembler, type FormeDesFormules, type Matiere, type Scalaire } from "../../src/feuilles";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { lignesDuContrat, type TypeDeContrat } from "./contrats";

export const SOURCE = "L'EPCI d'essai";

interface Options {
  forme?: FormeDesFormules;
  plh?: boolean | null;
}

export function matiereDe(
  type: TypeDeContrat,
  communes: number,
  { forme = "ordinaires", plh = null }: Options = {}
): Matiere {
  return rassembler(controler(feuilleDe(lignesDuContrat(type, communes), SOURCE)), forme, plh);
}

/** Un contrat abaissant dont le tableau donne aussi le parc, la population et le taux à atteindre. */
export function lignesDetaillees(communes: number, deplus = 0): Scalaire[][] {
  const [annonce = [], , ...lignes] = lignesDuContrat("abaissant", communes, deplus);
  return [
    annonce,
    [
      "Nom de la commune",
      "Population",
      "Résidences principales",
      "Logements sociaux",
      "Taux cible",
      "Nombre de LS manquants au 1er janvier 2025",
      "Objectifs 2026-2028 abaissés",
    ],
    ...lignes.map(([nom = null], rang) => {
      const [residences, sociaux] = [4000 + 10 * rang, 600 + 3 * rang + deplus];
      const manquants = Math.ceil(residences / 5) - sociaux;
      return [nom, 9000 + 100 * rang, residences, sociaux, 0.2, manquants, manquants];
    }),
  ];
}

export function matiereDetaillee(
  communes: number,
  forme: FormeDesFormules = "ordinaires"
): Matiere {
  return rassembler(controler(feuilleDe(lignesDetaillees(communes), SOURCE)), forme, null);
}

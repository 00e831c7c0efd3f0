import { lettresDeColonne } from "../../tableau";
import { Composition } from "../composer";
import { ecrireColonne } from "../formes";
import { hauteurDuTexte } from "../lignes-de-texte";
import type { Matiere } from "../matiere";
import { FORMAT_ENTIER, FORMAT_TEXTE, TITRES_DE_COLONNES, paysage } from "../page";
import type { PlanDeFeuille, Style } from "../plan";
import { donneesDesCommunes, objectifsSignes, type Champ, type Donnees, type Ici } from "./donnees";
import { donneesDeLaVille } from "./ville";

/** Corps des cellules, par défaut, en points. */
const CORPS = 11;
const FORMAT_POURCENT = "0.00_m";
const FORMAT_CODE = "@";
/** Un texte renvoyé à la ligne : sans retrait, qui ne vaudrait que pour sa première ligne. */
const LONG = "long";

/** Un titre est le nom d'un champ de Word : court, sans ponctuation, unique. Largeurs en points. */
const COLONNES: readonly { cle: Champ; titre: string; largeur: number; format: string }[] = [
  { cle: "nom", titre: "Commune", largeur: 130, format: LONG },
  { cle: "insee", titre: "Code INSEE", largeur: 50, format: FORMAT_CODE },
  { cle: "epci", titre: "EPCI", largeur: 190, format: LONG },
  { cle: "tauxLs", titre: "Taux LS en pourcent", largeur: 58, format: FORMAT_POURCENT },
  { cle: "deficit", titre: "Manquants", largeur: 64, format: FORMAT_ENTIER },
  { cle: "tauxAvant", titre: "Taux légal en pourcent", largeur: 58, format: FORMAT_POURCENT },
  { cle: "avant", titre: "Objectif légal", largeur: 54, format: FORMAT_ENTIER },
  { cle: "apres", titre: "Objectif retenu", largeur: 54, format: FORMAT_ENTIER },
  { cle: "signe", titre: "Objectif signé", largeur: 54, format: FORMAT_ENTIER },
  { cle: "tauxApres", titre: "Taux retenu en pourcent", largeur: 58, format: FORMAT_POURCENT },
  { cle: "plai", titre: "PLAI au moins", largeur: 50, format: FORMAT_ENTIER },
  { cle: "pls", titre: "PLS au plus", largeur: 50, format: FORMAT_ENTIER },
  { cle: "base", titre: "Base", largeur: 112, format: LONG },
  { cle: "article", titre: "Article", largeur: 118, format: LONG },
  { cle: "periode", titre: "Période", largeur: 68, format: FORMAT_TEXTE },
  { cle: "inventaire", titre: "Inventaire", largeur: 70, format: FORMAT_TEXTE },
  { cle: "contrat", titre: "Contrat", largeur: 88, format: LONG },
  { cle: "complet", titre: "Complet", largeur: 58, format: FORMAT_TEXTE },
  { cle: "source", titre: "Source", largeur: 104, format: LONG },
];

/** Sans total, le tableau se referme sous sa dernière ligne. */
const CADRE: Style = { vertical: "milieu", bordures: { horizontales: "fin", bas: "moyen" } };

/** « Notifications – 2026-2028 ». */
export function nomNotifications(periode: string): string {
  return `Notifications – ${periode}`;
}

/**
 * Une ligne par commune, prête pour un publipostage Word : titres en ligne 1, ni fusion ni total, taux en pour-cent. Des données seulement : le préfet notifie.
 * Paris, Lyon et Marseille tiennent en une ligne, car l'objectif est celui de la commune.
 */
export function planNotifications(matiere: Matiere, nom: string): PlanDeFeuille {
  const { controle, forme } = matiere;
  const { periode } = controle.bareme;
  const page = new Composition(COLONNES.length);
  page.rangee(
    COLONNES.map(({ titre }) => titre),
    TITRES_DE_COLONNES,
    46
  );
  const debut = page.ligne;
  const signes = objectifsSignes(matiere);
  const donnees =
    controle.type === "arrondissements"
      ? [donneesDeLaVille(matiere, lire(debut, 1))]
      : matiere.suites.map((suite) =>
          donneesDesCommunes(
            matiere,
            suite,
            signes,
            lire(debut + suite.rang, suite.communes.length)
          )
        );
  const lignes = donnees.reduce((total, { nom: { valeurs } }) => total + valeurs.length, 0);
  page.dimensionner(lignes, hauteurDe(donnees));
  page.fond(COLONNES.length, lignes, CADRE);
  for (const { debut: rang, nombre, format } of parFormat()) {
    page.styler(rang, nombre, lignes, format === LONG ? { renvoiALaLigne: true } : { format });
  }
  for (const rangee of donnees) {
    COLONNES.forEach(({ cle }, rang) => {
      const { formule, valeurs } = rangee[cle];
      const ecrite = ecrireColonne(forme, formule, valeurs);
      if (!Array.isArray(ecrite)) page.poser(rang, ecrite);
      // Un nombre inconnu reste une cellule vide : un texte ferait de la colonne un champ de texte.
      else
        page.ranger(
          rang,
          ecrite.map((valeur) => (valeur === "" ? null : valeur))
        );
    });
    page.sauter(rangee.nom.valeurs.length);
  }

  return {
    nom,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs: COLONNES.map(({ largeur }) => largeur),
    lignesFigees: 1,
    quadrillage: true,
    impression: {
      ...paysage(controle.epci ?? "", `Notifications ${periode}`),
      lignesRepetees: "1:1",
    },
  };
}

/** Les colonnes voisines de même format. */
function parFormat(): { debut: number; nombre: number; format: string }[] {
  const groupes: { debut: number; nombre: number; format: string }[] = [];
  COLONNES.forEach(({ format }, debut) => {
    const dernier = groupes.at(-1);
    if (dernier?.format === format) dernier.nombre += 1;
    else groupes.push({ debut, nombre: 1, format });
  });
  return groupes;
}

/** Où lire les autres champs des mêmes lignes. Un taux, écrit en pour-cent, se lit en fraction. */
function lire(ligne: number, lignes: number): Ici {
  return (cle) => {
    const rang = COLONNES.findIndex((colonne) => colonne.cle === cle);
    const lettres = lettresDeColonne(rang);
    const derniere = ligne + lignes - 1;
    const plage = lignes === 1 ? `${lettres}${ligne}` : `${lettres}${ligne}:${lettres}${derniere}`;
    return COLONNES[rang]?.format === FORMAT_POURCENT ? `(${plage}/100)` : plage;
  };
}

/** La même pour toutes les lignes : celle du plus long de leurs textes. */
function hauteurDe(donnees: readonly Donnees[]): number {
  const hauteurs = COLONNES.filter(({ format }) => format === LONG).flatMap(({ cle, largeur }) =>
    donnees.flatMap((rangee) =>
      rangee[cle].valeurs.map((texte) => hauteurDuTexte(String(texte ?? ""), largeur, CORPS))
    )
  );
  return Math.max(...hauteurs);
}

import { typographier } from "../../redaction";
import type { Bareme } from "../../regles";
import { ETAPES, TITRE_DES_ULTERIEURS } from "../../suivi";
import type { Composition } from "../composer";
import { FORMAT_ENTIER, LIGNE_DE_TOTAL, TABLEAU, TITRES_DE_COLONNES } from "../page";
import type { Bulle, Style, Validation } from "../plan";
import { CHAPEAUX, NOMBRES, NOMBRE_DE_COLONNES, TITRES, celluleDe, rangDe } from "./colonnes";

/** Corps des listes, en points. */
export const PETIT = 8;
/** De quoi écrire deux lignes dans une case. */
const HAUTEUR_D_UNE_CASE = 26;
const LIGNES_DES_ULTERIEURS = 6;
/** Ce que la première page, puis chaque suivante, porte de lignes : la seconde liste commence ainsi en haut de la sienne. */
const LIGNES_DE_LA_PREMIERE_PAGE = 15;
const LIGNES_PAR_PAGE = 19;

const CASES: Style = {
  taille: PETIT,
  vertical: "milieu",
  renvoiALaLigne: true,
  bordures: { ...TABLEAU.bordures, haut: "fin", bas: "moyen" },
};
const NOTE: Style = { taille: PETIT, italique: true, vertical: "milieu" };
const AU_CENTRE: Style = { horizontal: "centre", format: "0" };

/** Des lignes à remplir, de la première à la dernière, comptées à partir de 1. */
export interface Liste {
  debut: number;
  fin: number;
}

interface Titres {
  /** Leur première et leur dernière ligne. */
  lignes: Liste;
  /** Écrit le total de la liste, une fois qu'on sait où elle est. */
  totaliser: (liste: Liste) => void;
}

/** Les titres de la grille, sur deux lignes, puis le total de la liste : tout cela reste visible quand on défile. */
export function poserTitres(page: Composition): Titres {
  const titres: Style = { ...TITRES_DE_COLONNES, taille: PETIT };
  const chapeaux: (string | null)[] = TITRES.map(() => null);
  for (const [titre, de, a] of CHAPEAUX) {
    chapeaux[rangDe(de)] = titre;
    page.fusionnerColonnes(rangDe(de), rangDe(a) - rangDe(de) + 1, 1);
  }
  page.fond(NOMBRE_DE_COLONNES, 3, TABLEAU);
  page.rangee(chapeaux, { ...titres, bordures: { haut: "moyen" } }, 16);
  const debut = page.ligne - 1;
  page.rangee(TITRES, { ...titres, bordures: { bas: "moyen" } }, 46);
  const total = page.ligne;
  page.rangee(
    ["Total de la liste", ...TITRES.slice(1).map(() => null)],
    {
      ...LIGNE_DE_TOTAL,
      taille: PETIT,
      vertical: "milieu",
      bordures: { haut: "fin", bas: "double" },
    },
    16
  );
  return {
    lignes: { debut, fin: total - 1 },
    totaliser: ({ debut: haut, fin }) => {
      const sommes = NOMBRES.map((nombre) => ({
        formule: `=SUM(${celluleDe(nombre, haut, fin)})`,
        valeurs: [[0]],
      }));
      page.blocs.push({ ancre: celluleDe("logements", total), contenus: [sommes] });
      page.styles.push({
        plage: `${celluleDe("logements", total)}:${celluleDe("accession", total)}`,
        style: { format: FORMAT_ENTIER },
      });
    },
  };
}

/** Assez de lignes pour commencer, une à trois pages ; l'agent en insère. */
export function lignesDeLaListe(communes: number): number {
  const suivantes = communes <= 3 ? 0 : communes <= 15 ? 1 : 2;
  return LIGNES_DE_LA_PREMIERE_PAGE + suivantes * LIGNES_PAR_PAGE;
}

/** Des lignes vides, encadrées, puis celle au-dessus de laquelle l'agent insère les siennes : elle est dans les plages qui se totalisent. */
export function poserListe(page: Composition, lignes: number): Liste {
  const debut = page.ligne;
  page.styler(0, NOMBRE_DE_COLONNES, lignes, CASES);
  page.styler(rangDe("logements"), NOMBRES.length, lignes, { format: FORMAT_ENTIER });
  page.styler(rangDe("anneePrevue"), 2, lignes, AU_CENTRE);
  page.styler(rangDe("initiative"), 1, lignes, { horizontal: "centre" });
  page.styler(rangDe("equipeProjet"), 1, lignes, { horizontal: "centre" });
  page.dimensionner(lignes, HAUTEUR_D_UNE_CASE);
  page.sauter(lignes);
  page.paragraphe(
    typographier("Pour ajouter une opération, insérez une ligne au-dessus de celle-ci."),
    NOTE,
    14
  );
  page.sauter();
  return { debut, fin: page.ligne - 1 };
}

/** La seconde liste : les projets attendus après la période. */
export function poserUlterieurs(page: Composition, { fin }: Bareme): Liste {
  page.paragraphe(
    `${TITRE_DES_ULTERIEURS} ${fin}`,
    { gras: true, taille: 11, vertical: "bas" },
    26
  );
  return poserListe(page, LIGNES_DES_ULTERIEURS);
}

const LOGEMENTS_AU_PLUS = 100_000;
/** Au-delà de la période, une année se garde ; jusqu'où, il faut bien une borne. */
const DERNIERE_ANNEE = 2099;

/** Ce que chaque colonne attend ; `noms` : la plage des communes du contrat. */
export function validationsDe(
  principale: Liste,
  ulterieurs: Liste,
  noms: string,
  { periode, debut, fin }: Bareme
): Validation[] {
  return [principale, ulterieurs].flatMap((liste): Validation[] => {
    const dans = (de: Parameters<typeof celluleDe>[0], a = de): string =>
      `${celluleDe(de, liste.debut)}:${celluleDe(a, liste.fin - 2)}`;
    return [
      {
        plage: dans("commune"),
        regle: { textesDe: noms },
        invite: bulle("Commune", "Choisissez une commune du contrat."),
        alerte: bulle(
          "Commune hors du contrat",
          "Ses logements ne compteront pour aucun objectif. Gardez-la seulement si le contrat change."
        ),
      },
      {
        plage: dans("logements"),
        regle: { entier: { min: 0, max: LOGEMENTS_AU_PLUS } },
        invite: bulle("Logements projetés", "Tous les logements de l'opération, sociaux ou non."),
        alerte: ENTIER,
      },
      {
        plage: dans("sociaux"),
        regle: {
          entier: { min: 0, max: LOGEMENTS_AU_PLUS, auPlus: celluleDe("logements", liste.debut) },
        },
        invite: bulle(
          "Logements sociaux",
          "Au sens de l'inventaire SRU ; pas plus que de logements projetés."
        ),
        alerte: bulle(
          "Logements sociaux",
          "Un nombre entier, pas plus grand que celui des logements projetés."
        ),
      },
      {
        plage: dans("plai", "accession"),
        regle: { entier: { min: 0, max: LOGEMENTS_AU_PLUS } },
        invite: bulle("Typologie", "Le nombre de logements sociaux financés ainsi."),
        alerte: ENTIER,
      },
      anneePrevue(
        dans("anneePrevue"),
        liste === principale ? { debut, fin, periode } : { apres: fin }
      ),
      {
        plage: dans("anneeFinancement"),
        regle: { entier: { min: debut, max: DERNIERE_ANNEE } },
        invite: bulle(
          "Année de financement",
          "L'année de la décision de financement, quand elle est obtenue. Vide jusque-là."
        ),
        alerte: bulle(
          "Opération déjà financée",
          `Une opération financée avant ${debut} a compté pour une période passée : elle n'a pas sa place à l'article 3 (guide).`
        ),
        bloquante: true,
      },
      choix(dans("initiative"), ["publique", "privée"], "Initiative publique ou privée"),
      choix(dans("etape"), ETAPES, "La dernière grande étape franchie"),
      choix(dans("equipeProjet"), ["oui", "non"], "Une équipe projet est-elle utile ?"),
    ];
  });
}

function anneePrevue(
  plage: string,
  attendue: { debut: number; fin: number; periode: string } | { apres: number }
): Validation {
  if ("apres" in attendue) {
    const { apres } = attendue;
    return {
      plage,
      regle: { entier: { min: apres + 1, max: DERNIERE_ANNEE } },
      invite: bulle("Année prévisionnelle", `Après ${apres}.`),
      alerte: bulle(
        "Dans la période",
        `Attendue d'ici ${apres}, l'opération va dans la première liste : elle ne compte pas ici.`
      ),
    };
  }
  const { debut, fin, periode } = attendue;
  return {
    plage,
    regle: { entier: { min: debut, max: fin } },
    invite: bulle("Année prévisionnelle", `De ${debut} à ${fin}, sauf exceptions.`),
    alerte: bulle(
      "Hors de la période",
      `Le contrat couvre ${periode}. Sauf exceptions, placez l'opération dans la seconde liste. Gardez cette année seulement si l'exception est justifiée en observations.`
    ),
  };
}

const ENTIER = bulle("Nombre de logements", "Un nombre entier, positif ou nul, sans texte.");

/** Les choix ne font qu'aider : tout se saisit. */
function choix(plage: string, liste: readonly string[], texte: string): Validation {
  return { plage, regle: { liste }, invite: bulle("État d'avancement", texte) };
}

function bulle(titre: string, texte: string): Bulle {
  return { titre: typographier(titre), texte: typographier(texte) };
}

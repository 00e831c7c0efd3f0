import { controlerLecture, type Constat, type Controle, type Gravite } from "../controle";
import {
  ecrireCompte,
  enoncerAbsence,
  enoncerConstat,
  enoncerLignes,
  enoncerPlace,
  enoncerVerdict,
} from "../redaction";
import {
  lireTableaux,
  rectangleDe,
  type Cellule,
  type DonneesLues,
  type LigneDeCommune,
  type Rubrique,
} from "../tableau";
import { saisieDe, type Argument } from "./saisies";

/** gravité ou verdict | commune | cellule | phrase */
type Ligne = [string, string, string, string];

const ORDRE: readonly Gravite[] = ["erreur", "avertissement", "information"];

/** Contrôle les tableaux que porte une plage : pour chaque EPCI, une ligne de verdict, puis une par constat, les plus graves d'abord. */
export function controlerPlage(plage: Argument): Ligne[] {
  const cellules = (plage ?? []).map((ligne) => ligne.map(enCellule));
  const lecture = lireTableaux({ nom: "", ligne: 0, colonne: 0, cellules });
  if (lecture.absence) return [["illisible", "", "", enoncerAbsence(lecture.absence)]];

  const tableaux = lecture.tableaux.map((tableau) => ({
    ...tableau,
    communes: tableau.communes.map(viderEnZero),
  }));
  const { controles, constats } = controlerLecture({ ...lecture, tableaux });
  return [
    ...controles.filter(({ retenu }) => retenu).flatMap(lignesDuControle),
    ...constats.map(enLigne),
  ];
}

function lignesDuControle(controle: Controle, _: number, tous: readonly Controle[]): Ligne[] {
  const { epci, communes, tableau, plageDonnees, verdict } = controle;
  const nombre = ecrireCompte(communes.length, "commune");
  const seul = communes.length === tableau.communes.length;
  const constats = [...controle.constats].sort(
    (a, b) => ORDRE.indexOf(a.gravite) - ORDRE.indexOf(b.gravite)
  );
  return [
    [
      verdict,
      tous.length > 1 && epci !== null ? `${epci}, ${nombre}` : nombre,
      lignesDe((seul ? tableau.plage : plageDonnees) ?? ""),
      enoncerVerdict(controle),
    ],
    ...constats.map(enLigne),
  ];
}

function enLigne(constat: Constat): Ligne {
  const { gravite, commune = "", adresse } = constat;
  return [gravite, commune, placeDe(adresse), enoncerConstat(constat)];
}

/**
 * L'Excel de bureau transmet une cellule vide comme 0 : un 0 est d'abord lu comme une cellule vide, pour qu'une ligne d'intertitre ou un
 * total laissé vide ne passent pas pour des nombres. Le web, qui transmet des cellules vides, répond ainsi comme le bureau.
 */
function enCellule(valeur: unknown): Cellule {
  const lue = saisieDe(valeur);
  if (lue === null || lue === "" || lue === 0)
    return { valeur: null, texte: "", format: "General" };
  const texte = typeof lue === "object" ? lue.erreur : String(lue);
  return { valeur: lue, texte, format: "General" };
}

const VIDES_EN_ZERO: readonly Rubrique[] = [
  "ecart",
  "tauxAvant",
  "objectifAvant",
  "tauxApres",
  "objectifApres",
];

/**
 * Dans la ligne d'une commune, qui porte au moins un nombre, une cellule vide vaut 0, comme dans les autres fonctions. Des manquants vides ne valent 0
 * que si l'écart ne dit pas le contraire.
 */
function viderEnZero(ligne: LigneDeCommune): LigneDeCommune {
  const ecart = ligne.donnees.ecart?.valeur ?? 0;
  const sansEcart = typeof ecart === "number" && ecart <= 0;
  const voulues: readonly string[] = sansEcart ? [...VIDES_EN_ZERO, "deficit"] : VIDES_EN_ZERO;
  const donnees = Object.fromEntries(
    Object.entries(ligne.donnees).map(([rubrique, donnee]) => [
      rubrique,
      voulues.includes(rubrique) && donnee.etat === "vide"
        ? { ...donnee, valeur: 0, etat: "lue" }
        : donnee,
    ])
  ) as DonneesLues;
  return { ...ligne, donnees };
}

function lignesDe(plage: string): string {
  const lues = rectangleDe(plage);
  return lues ? enoncerLignes(lues.haut, lues.bas) : "";
}

function placeDe(adresse: string | undefined): string {
  const place = adresse === undefined ? null : rectangleDe(adresse);
  return place ? enoncerPlace(place.haut, place.gauche) : "";
}

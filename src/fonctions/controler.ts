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
import type { Decoupage } from "../territoire";
import { saisieDe, type Argument } from "./saisies";

/** gravité ou verdict | commune | cellule | phrase */
type Ligne = [string, string, string, string];

const ORDRE: readonly Gravite[] = ["erreur", "avertissement", "information"];

/**
 * Contrôle les tableaux que porte une plage : pour chaque EPCI, une ligne de verdict, puis une par constat, les plus graves d'abord.
 * @param decoupage Quelle commune est dans quel EPCI ; `null` : ce n'est pas contrôlé.
 */
export function controlerPlage(plage: Argument, decoupage: Decoupage | null): Ligne[] {
  const cellules = (plage ?? []).map((ligne) => ligne.map(enCellule));
  const lecture = lireTableaux({ nom: "", ligne: 0, colonne: 0, cellules });
  if (lecture.absence) return [["illisible", "", "", enoncerAbsence(lecture.absence)]];

  const tableaux = lecture.tableaux.map((tableau) => ({
    ...tableau,
    communes: viderEnZero(tableau.communes),
  }));
  const { controles, constats } = controlerLecture({ ...lecture, tableaux }, {}, decoupage);
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
  return [gravite, commune, placeDe(adresse), enoncerConstat(sansAdresse(constat))];
}

/** La plage reçue n'a ni feuille ni adresse : ce que les phrases en citent s'y dit par son rang. */
function sansAdresse(constat: Constat): Constat {
  if (constat.code === "doublon") {
    const { premiere, insee } = constat.valeurs;
    return { ...constat, valeurs: { insee, premiere: placeDe(premiere) } };
  }
  if (constat.code !== "plusieurs-tableaux") return constat;
  const [lus, ecartes] = [constat.valeurs.lus, constat.valeurs.ecartes].map((places) =>
    places.map((place) => ({ ...place, plage: lignesDe(place.plage) }))
  );
  return { ...constat, valeurs: { lus: lus ?? [], ecartes: ecartes ?? [] } };
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

const VIDES_EN_ZERO: readonly Rubrique[] = ["ecart", "objectifAvant", "objectifApres"];

/** Colonnes qu'un tableau peut prévoir sans les remplir : vides pour toutes les communes, elles ne disent rien. */
const SI_REMPLIES: readonly Rubrique[] = ["tauxAvant", "tauxApres", "plai", "partPlai"];

/**
 * Dans la ligne d'une commune, qui porte au moins un nombre, une cellule vide vaut 0, comme dans les autres fonctions. Des manquants vides ne valent 0
 * que si l'écart ne dit pas le contraire.
 */
function viderEnZero(lignes: readonly LigneDeCommune[]): LigneDeCommune[] {
  const remplies = SI_REMPLIES.filter((rubrique) =>
    lignes.some(({ donnees }) => (donnees[rubrique]?.etat ?? "vide") !== "vide")
  );
  return lignes.map((ligne) => {
    const ecart = ligne.donnees.ecart?.valeur ?? 0;
    const sansEcart = typeof ecart === "number" && ecart <= 0;
    return remplirDeZeros(ligne, [
      ...VIDES_EN_ZERO,
      ...remplies,
      ...(sansEcart ? (["deficit"] as const) : []),
    ]);
  });
}

function remplirDeZeros(ligne: LigneDeCommune, voulues: readonly string[]): LigneDeCommune {
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

import { controlerTableau, type Gravite } from "../controle";
import {
  ecrireCompte,
  enoncerAbsence,
  enoncerConstat,
  enoncerLignes,
  enoncerPlace,
  enoncerVerdict,
} from "../redaction";
import { lireTableau, rectangleDe, type Cellule, type Donnees, type LigneLue } from "../tableau";
import { saisieDe, type Argument } from "./saisies";

/** gravité ou verdict | commune | cellule | phrase */
type Ligne = [string, string, string, string];

const ORDRE: readonly Gravite[] = ["erreur", "avertissement", "information"];

/**
 * Le seul format supposé, puisque Excel ne transmet que les valeurs : un taux « après » est admis à un demi-point près, comme s'il
 * s'affichait en pour-cent entiers.
 */
const FORMAT = "0%";

/** Contrôle le tableau que porte une plage : une ligne de verdict, puis une ligne par constat, les plus graves d'abord. */
export function controlerPlage(plage: Argument): Ligne[] {
  const cellules = (plage ?? []).map((ligne) => ligne.map(enCellule));
  const lecture = lireTableau({ nom: "", ligne: 0, colonne: 0, cellules });
  if (!lecture.trouve) return [["illisible", "", "", enoncerAbsence(lecture.absence)]];

  const communes = lecture.tableau.communes.map(viderEnZero);
  const controle = controlerTableau({ ...lecture.tableau, communes });
  const nombre = ecrireCompte(communes.length, "commune");
  const constats = [...controle.constats].sort(
    (a, b) => ORDRE.indexOf(a.gravite) - ORDRE.indexOf(b.gravite)
  );
  return [
    [controle.verdict, nombre, lignesDe(lecture.tableau.plage), enoncerVerdict(controle)],
    ...constats.map((constat): Ligne => [
      constat.gravite,
      constat.commune ?? "",
      placeDe(constat.adresse),
      enoncerConstat(constat),
    ]),
  ];
}

/**
 * L'Excel de bureau transmet une cellule vide comme 0 : un 0 est d'abord lu comme une cellule vide, pour qu'une ligne d'intertitre ou un
 * total laissé vide ne passent pas pour des nombres. Le web, qui transmet des cellules vides, répond ainsi comme le bureau.
 */
function enCellule(valeur: unknown): Cellule {
  const lue = saisieDe(valeur);
  if (lue === null || lue === "" || lue === 0) return { valeur: null, texte: "", format: FORMAT };
  const texte = typeof lue === "object" ? lue.erreur : String(lue);
  return { valeur: lue, texte, format: FORMAT };
}

/** Dans la ligne d'une commune, qui porte au moins un nombre, une cellule vide vaut 0, comme dans les autres fonctions. */
function viderEnZero(ligne: LigneLue): LigneLue {
  const donnees = Object.fromEntries(
    Object.entries(ligne.donnees).map(([champ, donnee]) => [
      champ,
      champ !== "commune" && donnee.valeur === null ? { ...donnee, valeur: 0 } : donnee,
    ])
  ) as Donnees;
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

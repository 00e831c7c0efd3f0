import { combienDeManquants, quelEcart, quelTauxDeLogementsSociaux, type Saisie } from "../regles";
import type { Conversion, DonneeLue, DonneesLues, LigneDeCommune, Moyen } from "./donnees";
import type { Rubrique } from "./rubriques";

/**
 * Calcule ce que les colonnes permettent : le taux de logements sociaux (logements et résidences), l'écart (taux légal et taux de logements sociaux), le
 * nombre de manquants si sa colonne manque (arbitrage 5). Une cellule remplie, même illisible, n'est jamais remplacée.
 * @param cible 20 ou 25, si le texte alentour le dit pour tout le tableau ; sinon `null`.
 */
export function completer(
  { donnees }: LigneDeCommune,
  cible: { valeur: number; adresse: string | null } | null,
  conversions: Conversion[]
): void {
  const { logementsSociaux, residencesPrincipales } = donnees;
  const poser = (
    rubrique: Rubrique,
    source: DonneeLue | undefined,
    valeur: number,
    moyen: Moyen
  ): void => {
    if (!source) return;
    donnees[rubrique] = { ...source, valeur, etat: "calculee" };
    conversions.push({ adresse: source.adresse, rubrique, ecrit: source.texte, lu: valeur, moyen });
  };
  const repere = donnees.tauxLs ?? logementsSociaux ?? donnees.commune;
  if (manque(donnees, "tauxCible") && cible)
    poser("tauxCible", repere, cible.valeur / 100, "cible-du-texte");
  if (manque(donnees, "tauxLs") && logementsSociaux && residencesPrincipales) {
    const taux = quelTauxDeLogementsSociaux(
      saisie(logementsSociaux),
      saisie(residencesPrincipales)
    );
    if (taux.ok) poser("tauxLs", logementsSociaux, taux.valeur, "taux-ls-calcule");
  }
  if (manque(donnees, "ecart") && estUnNombre(donnees.tauxCible) && estUnNombre(donnees.tauxLs)) {
    const ecart = quelEcart(saisie(donnees.tauxCible), saisie(donnees.tauxLs));
    if (ecart.ok) poser("ecart", donnees.tauxLs, ecart.valeur, "ecart-calcule");
  }
  if (!donnees.deficit && logementsSociaux && residencesPrincipales && donnees.tauxCible) {
    const manquants = combienDeManquants(
      saisie(logementsSociaux),
      saisie(residencesPrincipales),
      saisie(donnees.tauxCible)
    );
    if (manquants.ok) poser("deficit", logementsSociaux, manquants.valeur, "deficit-calcule");
  }
}

/** Deux taux affichés au dixième ne donnent pas mieux. */
const PRECISION_DES_TAUX = 0.11;

/**
 * « Taux de la commune moins taux légal » : tous les écarts d'une colonne sont négatifs. Si les deux taux de chaque commune le confirment, le signe est
 * retourné, et c'est dit ; sinon l'écart reste ce qu'il est, et le contrôle le refuse.
 */
export function redresserEcarts(
  communes: readonly LigneDeCommune[],
  conversions: Conversion[]
): void {
  const ecrits = communes.flatMap(({ donnees }) => {
    const { ecart, tauxCible, tauxLs } = donnees;
    if (ecart?.etat === "calculee" || typeof ecart?.valeur !== "number") return [];
    const vrai =
      estUnNombre(tauxCible) && estUnNombre(tauxLs)
        ? quelEcart(saisie(tauxCible), saisie(tauxLs))
        : null;
    const retourne = -ecart.valeur;
    const confirme = vrai?.ok === true && Math.abs(vrai.valeur - retourne) <= PRECISION_DES_TAUX;
    return [{ donnees, ecart, retourne, confirme }];
  });
  const tous = ecrits.every(({ retourne, confirme }) => retourne > 0 && confirme);
  for (const { donnees, ecart, retourne } of tous ? ecrits : []) {
    donnees.ecart = { ...ecart, valeur: retourne, etat: "convertie" };
    conversions.push({
      adresse: ecart.adresse,
      rubrique: "ecart",
      ecrit: ecart.texte,
      lu: retourne,
      moyen: "signe-inverse",
    });
  }
}

function manque(donnees: DonneesLues, rubrique: Rubrique): boolean {
  return (donnees[rubrique]?.etat ?? "vide") === "vide";
}

function estUnNombre(donnee: DonneeLue | undefined): donnee is DonneeLue {
  return typeof donnee?.valeur === "number";
}

/** Une cellule vide n'est pas un zéro : les règles la refusent ici, comme un texte. */
function saisie({ valeur }: DonneeLue): Saisie {
  return valeur ?? "vide";
}

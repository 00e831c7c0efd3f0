/** Les formules natives du contrat : objectifs qualitatifs, équilibre, atteinte, dérogation, périodes. */
import {
  BAREMES,
  DEFICIT_MAXIMUM,
  DEROGATION,
  PERIODES,
  POPULATION_MAXIMUM,
  QUALITE,
  premierJanvier,
} from "../regles";
import { DEMI, REFUS, entierSuperieur, nombre, refuserSi, si, table } from "./ecrire-formule";
import { effectif, effectifNonNul, positif, refusDeLaPart, refusDuPositif } from "./lire-arguments";
import { OUI_NON, PERIODES_DU_BAREME, selonLeMot } from "./selon-le-mot";

export function plaiAuMoins(objectif: string): string {
  const { refus, valeur } = positif(objectif, DEFICIT_MAXIMUM);
  return refuserSi(refus, entierSuperieur(partDecimale(valeur, String(QUALITE.plaiMinimum))));
}

export function plsAuPlus(objectif: string, tauxLs: string, plh: string): string {
  const { refus, valeur } = positif(objectif, DEFICIT_MAXIMUM);
  const { plsMaximum, plsMaximumReduit, seuilDeReduction } = QUALITE;
  return selonLeMot(plh, OUI_NON, (couverte) => {
    const sansTaux = couverte === false ? REFUS : String(plsMaximum);
    const sousLeSeuil =
      couverte === null ? REFUS : String(couverte ? plsMaximum : plsMaximumReduit);
    const pourcent =
      tauxLs === ""
        ? sansTaux
        : si(
            `ISTEXT(${tauxLs})`,
            sansTaux,
            si(
              `${tauxLs}<${nombre(seuilDeReduction / 100 - DEMI)}`,
              sousLeSeuil,
              String(plsMaximum)
            )
          );
    return refuserSi(
      tauxLs === "" ? refus : [...refus, ...refusDeLaPart(tauxLs, 1)],
      `INT(${partDecimale(valeur, pourcent)})`
    );
  });
}

/**
 * La somme d'une plage moins celle d'une autre. Un texte, un négatif ou une erreur dans l'une refuse tout ; une plage vide, ou toute
 * à 0, aussi. Des objectifs de plus de six décimales s'additionnent sans être arrondis un par un. VRAI est refusé par Excel, et compte
 * 1 dans LibreOffice, qui ne le distingue pas dans une plage.
 */
export function equilibre(avant: string, apres: string): string {
  const refus = [avant, apres].flatMap((plage) => {
    const fautes = refusDuPositif(plage, DEFICIT_MAXIMUM).join("+");
    return [`(SUMPRODUCT(${fautes})>0)`, `(SUM(${plage})<${nombre(DEMI)})`];
  });
  return refuserSi(refus, `ROUND(SUM(${apres})-SUM(${avant}),6)`);
}

export function atteinte(objectif: string, realises: string): string {
  const faits = effectif(realises, DEFICIT_MAXIMUM);
  const vise = `ROUND(${objectif},6)`;
  const refus = [
    `ISLOGICAL(${objectif})`,
    `(${objectif}<${nombre(DEMI)})`,
    `(${objectif}>=${nombre(DEFICIT_MAXIMUM + DEMI)})`,
  ];
  return refuserSi([...refus, ...faits.refus], `${faits.valeur}/${vise}`);
}

export function derogation(population: string, inconstructibilite: string): string {
  const habitants = effectifNonNul(population, POPULATION_MAXIMUM);
  const { inconstructibiliteMinimum, inconstructibiliteMaximum } = DEROGATION;
  const peuPeuplee = `(${habitants.valeur}<${DEROGATION.population})`;
  // Un texte vide passe le premier test et pas le second.
  const contrainte =
    `(${inconstructibilite}>=${nombre(inconstructibiliteMinimum / 100 - DEMI)})` +
    `*(${inconstructibilite}<${nombre(inconstructibiliteMaximum / 100 + DEMI)})`;
  return refuserSi(
    [...habitants.refus, ...refusDeLaPart(inconstructibilite, 1)],
    `${peuPeuplee}+${contrainte}>0`
  );
}

export function inventaire(periode: string): string {
  return selonLeMot(periode, PERIODES_DU_BAREME, (bareme) =>
    bareme.inventaire ? `DATE(${bareme.inventaire.date.slice(0, 4)},1,1)` : REFUS
  );
}

/** Une année seule, ou une date : les périodes du barème se suivent, et les jours viennent loin après les années. */
export function periodeALaDate(date: string): string {
  const annees = PERIODES.map((periode) => BAREMES[periode].debut);
  const fin = BAREMES[PERIODES[PERIODES.length - 1] ?? PERIODES[0]].fin + 1;
  const debut = annees[0] ?? fin;
  const avant = (seuil: number) => `(${date}<${nombre(seuil - DEMI)})`;
  const depuis = (seuil: number) => `(${date}>=${nombre(seuil - DEMI)})`;
  const seuils = [annees, annees.map(premierJanvier)].flatMap((debuts) =>
    debuts.map((seuil, rang): [number, string] => [seuil - DEMI, `"${PERIODES[rang]}"`])
  );
  return refuserSi(
    [
      `ISLOGICAL(${date})`,
      avant(debut),
      `${depuis(fin)}*${avant(premierJanvier(debut))}`,
      `${avant(fin)}*(MOD(ROUND(${date},6),1)<>0)`,
      depuis(premierJanvier(fin)),
    ],
    table(date, seuils)
  );
}

/** Le produit d'un nombre au millionième et d'un pour-cent entier, exact. */
function partDecimale(decimal: string, pourcent: string): string {
  return `ROUND(${decimal}*${pourcent}/100,8)`;
}

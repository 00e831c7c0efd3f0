import { NOTIONS, type Notion } from "./notions";
import type { Rubrique } from "./rubriques";

/** Ce qu'annonce un titre qui porte toutes les notions `avec` et aucune de `sans`. */
export interface Regle {
  /** « taux » et « objectif » : sans dire s'ils sont d'avant ou d'après le contrat (`departager.ts`). */
  annonce: Rubrique | "taux" | "objectif";
  /** De 0 à 1 : ce que vaut la reconnaissance. */
  force: number;
  avec: readonly Notion[];
  sans: readonly Notion[];
  /** Vrai si les leurres n'empêchent rien : « capacité programmée » est une capacité. */
  malgreLesLeurres: boolean;
}

/** Annonce, force, notions demandées, notions exclues ; « ! » : malgré les leurres. */
const TABLE = `
commune              | 1    | commune               | epci nomSeul
commune              | 1    | nomCommune            |
commune              | 0.9  | insee communes        | epci
commune              | 0.6  | nomSeul               |
insee                | 1    | insee                 | epci population                                                 | !
arrondissement       | 1    | arrondissement        |
epci                 | 1    | epciSeul              |
typeDeContrat        | 1    | typeDeContrat         |
statut               | 1    | statut                |
periode              | 1    | periodeSeule          |
population           | 1    | population            | taux objectif logements argent autreEchelle                     | !
residencesPrincipales| 1    | residences            | taux objectif manquant autreEchelle
logementsSociaux     | 0.9  | ls                    | taux objectif manquant avant apres cible points qualite residences ecart sruSeul communes production periodes commissionNationale autreEchelle rattrapage
tauxLs               | 1    | taux ls               | rattrapage manquant cible objectif avant apres qualite ecart autreEchelle
tauxLs               | 0.85 | taux inventaire       | rattrapage manquant cible objectif apres qualite ecart legal autreEchelle
tauxCible            | 1    | cible                 | rattrapage manquant objectif ecart logements
tauxCible            | 1    | taux cible            | rattrapage manquant ecart
tauxCible            | 0.9  | taux legal            | rattrapage manquant ecart amenagement
tauxCible            | 0.95 | taux sru              | rattrapage manquant objectif ecart amenagement autreEchelle
tauxCible            | 0.8  | objectifSru           |
tauxCible            | 0.7  | taux objectif         | rattrapage manquant ecart amenagement avant apres qualite
tauxCible            | 0.7  | cible ls              | rattrapage manquant objectif ecart
ecart                | 1    | ecart reference       | objectif manquant deuxCotes ecartEnLogements resultat amenagement | !
ecart                | 0.8  | ecartSeul             |
ecart                | 0.9  | ecart points          | manquant deuxCotes ecartEnLogements resultat amenagement          | !
ecart                | 1    | manquant points       | objectif
deficit              | 1    | manquant              | taux objectif points rattrapage communes ecart projection
deficit              | 0.7  | besoinSeul            |
tauxAvant            | 1    | taux avant            | cible qualite deuxCotes lsSeuls ecart tauxLegal
tauxAvant            | 0.8  | tauxLegal             |
tauxApres            | 1    | taux apres            | avant cible qualite deuxCotes lsSeuls ecart
objectifAvant        | 1    | objectif avant        | taux qualite points deuxCotes ecart autrePlan
objectifApres        | 1    | objectif apres        | avant taux qualite points deuxCotes ecart autrePlan
objectifAvant        | 0.8  | rattrapage avant      | taux qualite
objectifApres        | 0.8  | rattrapage apres      | avant taux qualite
objectifAvant        | 0.7  | objectifSru           |
objectifAvant        | 0.7  | ls avant              | theorique taux manquant points residences cible inventaire qualite deuxCotes ecart
objectifApres        | 0.7  | ls apres              | avant taux manquant points residences cible inventaire qualite deuxCotes ecart
objectifAvant        | 0.5  | logements avant       | ls taux manquant points residences cible inventaire qualite deuxCotes ecart
objectifApres        | 0.5  | logements apres       | ls avant taux manquant points residences cible inventaire qualite deuxCotes ecart
objectifAvant        | 0.6  | obligation avant      | taux
objectifAvant        | 0.5  | avantSeul             |
objectifApres        | 0.5  | apresSeul             |
partPlai             | 1    | taux plai             | pls plus
partPls              | 1    | taux pls              | plai plus
plai                 | 1    | plai                  | taux pls plus resultat                                          | !
pls                  | 1    | pls                   | taux plai plus resultat                                         | !
capacite             | 1    | capacite              | taux argent annuel                                              | !
periodesConsecutives | 1    | periodes compteDePeriodes | objectif taux logements precedent numeroDePeriode             | !
periodesConsecutives | 0.9  | periodesAbaissees     | objectif taux logements                                         | !
periodesConsecutives | 0.9  | periodesPrecedentes   |                                                             | !
periodesConsecutives | 0.7  | periodesSeules        |
periodesConsecutives | 0.45 | numeroDePeriode       |
inconstructibilite   | 1    | inconstructible       |
avisCnsru            | 1    | commissionNationale   |
accord               | 1    | accord                | autreAvis
plh                  | 1    | plh                   | objectif taux logements actionsDuPlan                         | !
entrante             | 1    | entrante              |                                                                 | !
carencee             | 1    | carencee              | taux
exemptee             | 1    | exemptee              | taux
prioritaire          | 1    | priorite              | taux objectif publics
objectif             | 0.6  | objectif              | avant apres taux qualite points ecart autrePlan
taux                 | 0.6  | taux rattrapage       | avant apres qualite
taux                 | 0.5  | taux manquant         | avant apres qualite
taux                 | 0.5  | rattrapageSeul        |
taux                 | 0.5  | taux objectif         | avant apres qualite cible
taux                 | 0.45 | tauxSeul              |
`;

export const REGLES: readonly Regle[] = TABLE.trim().split("\n").map(lireRegle);

function lireRegle(ligne: string): Regle {
  const [annonce = "", force = "", avec = "", sans = "", leurres = ""] = ligne
    .split("|")
    .map((case_) => case_.trim());
  return {
    annonce: annonce as Regle["annonce"],
    force: Number(force),
    avec: notions(avec),
    sans: notions(sans),
    malgreLesLeurres: leurres === "!",
  };
}

function notions(mots: string): Notion[] {
  return mots.split(" ").filter((mot): mot is Notion => Object.hasOwn(NOTIONS, mot));
}

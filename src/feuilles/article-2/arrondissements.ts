import { typographier } from "../../redaction";
import { ARRONDISSEMENTS, enMillioniemes, pourcentEnMillioniemes } from "../../regles";
import type { Composition } from "../composer";
import { FORMAT_ENTIER, FORMAT_TAUX_PRECIS, FORMAT_TEXTE } from "../page";
import type { Contenu, Style } from "../plan";
import { colonnesDeLAvenant } from "./avenant";
import { NOTIFICATION, auVuDe, enTete } from "./commun";
import {
  rubriqueDuContrat,
  source,
  sourceDuTaux,
  tauxDe,
  type Commune,
  type Matiere,
} from "../matiere";
import type { CorpsDeVille } from "./corps";
import { A_PRECISER, ecrireCellule, ecrirePhrase, type Calcul } from "../formes";
import { note, paragraphe, reserver } from "../textes";
import { deLaVille } from "./qualite";
import { poserTableau, sommeDe, type Colonne, type TableauEcrit } from "./tableau";

const SEUIL = ARRONDISSEMENTS.seuilDePriorite;
/** 14,96 % est prioritaire, et 15,00 % ne l'est pas : cela doit se voir. */
const FORMAT_AU_CENTIEME = "0.00 %_m";
const COLONNE_DES_OBJECTIFS = 3;
const DONT: Style = {
  italique: true,
  bordures: { bas: "moyen", gauche: "fin", droite: "fin", verticales: "fin" },
};
const VILLE = /^(Paris|Lyon|Marseille)\b/i;

/** Paris, Lyon, Marseille : un tableau à nous, qui montre ce que reçoivent les arrondissements de moins de 15 % de logements sociaux. */
export function arrondissements(page: Composition, matiere: Matiere): CorpsDeVille {
  const { periode } = matiere.controle.bareme;
  const blancs = { formule: null, valeur: "[xx]" };
  enTete(page, matiere, "répartition par arrondissement");
  paragraphe(
    page,
    typographier(
      `Conformément à l'article L. 302-8 du code de la construction et de l'habitation, le taux de rattrapage légal de la commune de ${villeDe(matiere)} correspond à [xx] % du nombre de logements sociaux manquants, soit [xx] logements sociaux à réaliser sur la période triennale ${periode}.`
    )
  );
  auVuDe(page, matiere.controle.bareme);
  const retenir = reserver(page, phraseDuNiveau(matiere, blancs));
  const c = colonnesDeVille(matiere);
  const colonnes = [c.nom, c.tauxLs, c.prioritaire, c.apres, c.part];
  const comparees = colonnesDeLAvenant(matiere);
  const ecrit = poserTableau(page, matiere, [...colonnes, ...comparees], {
    hauteur: comparees.length > 0 ? 44 : 30,
    total: "Total",
  });
  const total = { ...sommeDe(ecrit, matiere, c.apres), formule: ecrit.total("apres") };
  retenir(phraseDuNiveau(matiere, total));
  direLaPriorite(page, matiere, ecrit, total);
  note(
    page,
    `La trame demande ce tableau sans en donner le modèle : celui-ci lui est ajouté. « Oui » : moins de ${SEUIL} % de logements sociaux ; ${SEUIL} % exactement n'est pas prioritaire.`
  );
  const { plai, pls } = deLaVille(matiere);
  const objectif = ecrit.total("apres");
  return {
    ecrit,
    plai: { formule: `CMS.PLAI.MIN(${objectif})`, valeur: plai ?? A_PRECISER },
    pls: { formule: `CMS.PLS.MAX(${objectif},,TRUE)`, valeur: pls ?? A_PRECISER },
  };
}

/** Le taux communal n'est pas dans un tableau d'arrondissements : il reste un blanc de la trame. */
function phraseDuNiveau({ forme, controle }: Matiere, total: Calcul): Contenu {
  const { periode } = controle.bareme;
  return ecrirePhrase(forme, [
    `Il est décidé de retenir pour la période ${periode} des objectifs correspondant à [xx] % du nombre de logements sociaux manquants, soit `,
    total,
    ` logements sociaux à réaliser sur la période triennale ${periode}. ${NOTIFICATION} Leur répartition par arrondissement est indicative et non opposable ; elle donne la priorité aux arrondissements de moins de ${SEUIL} % de logements sociaux (L. 302-8-1, I) :`,
  ]);
}

function colonnesDeVille(
  matiere: Matiere
): Record<"nom" | "tauxLs" | "prioritaire" | "apres" | "part", Colonne> {
  const { totaux, bareme } = matiere.controle;
  return {
    nom: {
      cle: "nom",
      titre: "Arrondissement",
      formule: (suite) => source(matiere, suite, "commune"),
      valeur: ({ nom }) => nom,
    },
    tauxLs: {
      cle: "tauxLs",
      titre: "Taux de logements sociaux",
      format: FORMAT_AU_CENTIEME,
      formule: (suite) => sourceDuTaux(matiere, suite),
      valeur: tauxDe,
    },
    prioritaire: {
      cle: "prioritaire",
      titre: typographier(`Prioritaire (moins de ${SEUIL} %)`),
      formule: (suite, { ici }) =>
        suite.communes.some((commune) => tauxDe(commune) === null)
          ? null
          : `IF(ROUND(${ici("tauxLs")},6)<${SEUIL / 100},"Oui","Non")`,
      valeur: prioritaire,
    },
    apres: {
      cle: "apres",
      titre: `Objectifs ${bareme.periode}`,
      formule: (suite) => source(matiere, suite, rubriqueDuContrat(matiere)),
      valeur: ({ objectifApres }) => objectifApres,
      somme: true,
    },
    part: {
      cle: "part",
      titre: "Part de l’objectif de la commune",
      format: FORMAT_TAUX_PRECIS,
      formule: (_, { ici, entiere }) => partDe(ici("apres"), `SUM(${entiere("apres")})`),
      valeur: ({ objectifApres }) => fraction(objectifApres, totaux.apres),
    },
  };
}

/** Sous le total, ce que reçoivent les arrondissements prioritaires : l'orientation que la loi demande. */
function direLaPriorite(
  page: Composition,
  matiere: Matiere,
  ecrit: TableauEcrit,
  total: Calcul
): void {
  const { forme, communes } = matiere;
  if (communes.every((commune) => prioritaire(commune) === null)) return;
  const prioritaires = communes.filter((commune) => prioritaire(commune) === "Oui");
  const recu = prioritaires.reduce((somme, { objectifApres }) => somme + (objectifApres ?? 0), 0);
  const dont = `SUMIF(${ecrit.entiere("prioritaire")},"Oui",${ecrit.entiere("apres")})`;
  const cellule = page.cellule(COLONNE_DES_OBJECTIFS);
  page.styler(COLONNE_DES_OBJECTIFS - 1, 2, 1, { format: FORMAT_ENTIER });
  page.styler(COLONNE_DES_OBJECTIFS + 1, 1, 1, { format: FORMAT_TAUX_PRECIS });
  page.styler(0, 1, 1, { format: FORMAT_TEXTE });
  page.rangee(
    [
      "dont prioritaires",
      null,
      ecrireCellule(forme, {
        formule: `COUNTIF(${ecrit.entiere("prioritaire")},"Oui")`,
        valeur: prioritaires.length,
      }),
      ecrireCellule(forme, { formule: dont, valeur: recu }),
      ecrireCellule(forme, {
        formule: partDe(cellule, total.formule ?? ""),
        valeur: typeof total.valeur === "number" ? fraction(recu, total.valeur) : null,
      }),
    ],
    DONT
  );
}

function partDe(objectif: string, total: string): string {
  return `IF(${total}=0,0,${objectif}/${total})`;
}

function fraction(objectif: number | null, total: number | null): number | null {
  if (objectif === null || total === null) return null;
  return total === 0 ? 0 : objectif / total;
}

/** Selon le taux ; s'il manque, selon ce que dit le tableau. */
function prioritaire(commune: Commune): "Oui" | "Non" | null {
  const taux = tauxDe(commune);
  if (taux !== null) return enMillioniemes(taux) < pourcentEnMillioniemes(SEUIL) ? "Oui" : "Non";
  const reponse = commune.donnees.prioritaire?.valeur;
  if (reponse === "oui") return "Oui";
  return reponse === "non" ? "Non" : null;
}

/** La ville que nomment ses arrondissements ou le tableau, sinon un blanc. */
export function villeDe({ communes, controle: { epci } }: Matiere): string {
  const noms = [...communes.map(({ nom }) => nom), epci ?? ""];
  const ville = noms.map((nom) => VILLE.exec(nom)?.[0]).find(Boolean);
  return ville ?? "[nom de la commune]";
}

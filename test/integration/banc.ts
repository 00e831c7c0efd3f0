import { CellValueType } from "@univerjs/core";
import { ecrireXlsx, type ClasseurXlsx } from "../../src/fichier";
import {
  assembler,
  cellule,
  CLAIR,
  completer,
  depuisUniver,
  donneesUniver,
  ErreurApi,
  lireSaisie,
  lireZone,
  scalaire,
  texteAffiche,
  type AllerRetour,
  type Hote,
  type Metadonnees,
  type Scalaire,
  type Zone,
} from "../../src/hote";
import { chargerFonctions, metadonneesDuComplement } from "../outils/fonctions";
import { ouvrirLeComplement, type FenetreOffice } from "./fenetre";
import { demarrerLeMoteur } from "./moteur";

/**
 * Banc d'intégration : le vrai office.js de Microsoft, dans jsdom, devant un vrai classeur Univer,
 * dans Node. `Excel`, `Office`, `OfficeExtension` et `CustomFunctions` sont posés en variables
 * globales : le code du complément tourne tel quel.
 */

interface OptionsDuBanc {
  /** Contenu des feuilles, comme tapé par un utilisateur français ; par défaut « Feuil1 », vide. */
  feuilles?: Record<string, (string | number | null)[][]>;
  /** Un classeur lu dans un .xlsx, au lieu de `feuilles`. */
  classeur?: ClasseurXlsx;
  /** Le functions.json du complément. */
  metadonnees?: Metadonnees;
  /** Associe les fonctions du complément, par exemple en important leur fichier. */
  fonctions?: () => unknown;
}

/** Une panne demandée ; `declenchee` dit si l'opération visée a eu lieu. */
interface Panne {
  declenchee: boolean;
}

/** Allers-retours (`context.sync()`) depuis le démarrage ou le dernier `vider()`. */
class Fil {
  readonly lots: AllerRetour[] = [];

  get nombre(): number {
    return this.lots.length;
  }

  /** Octets envoyés par le complément. */
  get octets(): number {
    return this.lots.reduce((total, { octets }) => total + octets, 0);
  }

  get actions(): number {
    return this.lots.reduce((total, { lot }) => total + lot.Actions.length, 0);
  }

  vider(): void {
    this.lots.length = 0;
  }
}

const GLOBAUX = ["Office", "Excel", "OfficeExtension", "CustomFunctions"] as const;

export type Banc = Awaited<ReturnType<typeof demarrerBanc>>;

/** Le banc, avec les fonctions du complément. */
export async function demarrerBancDuComplement(
  options: Pick<OptionsDuBanc, "classeur" | "feuilles"> = {}
): Promise<Banc> {
  const { metadonnees } = await metadonneesDuComplement();
  const fonctions = async (): Promise<void> => {
    for (const [id, fonction] of Object.entries(await chargerFonctions()))
      CustomFunctions.associate(id, fonction);
  };
  return demarrerBanc({ ...options, metadonnees, fonctions });
}

/** Démarre un classeur, y charge office.js, associe les fonctions et attend le premier calcul. */
export async function demarrerBanc(options: OptionsDuBanc = {}) {
  const { classeur, metadonnees = { functions: [] }, fonctions } = options;
  const feuilles = options.feuilles ?? (classeur ? {} : { Feuil1: [] });
  const moteur = demarrerLeMoteur(
    classeur ? donneesUniver(classeur) : classeurVide(Object.keys(feuilles))
  );
  const fil = new Fil();
  const pannes = new Pannes();
  const fautes: unknown[] = [];
  const hote = assembler(moteur, {
    metadonnees,
    nomDeFichier: "Essai.xlsx",
    theme: () => CLAIR,
    octets: (ouvert) => ecrireXlsx(depuisUniver(ouvert)),
    signaler: (erreur) => fautes.push(erreur),
    avantAction: () => pannes.compter(),
    surAllerRetour: (allerRetour) => fil.lots.push(allerRetour),
  });
  if (classeur) completer(hote.classeur, classeur);
  for (const [nom, contenus] of Object.entries(feuilles)) remplirLaFeuille(hote, nom, contenus);
  const fenetre = await ouvrirLeComplement(hote.accrocher);
  const retirerLesGlobaux = poserLesGlobaux(fenetre);
  await fonctions?.();
  await hote.classeur.calcul.repos();
  fil.vider();

  return {
    fil,
    Excel: fenetre.Excel,
    Office: fenetre.Office,
    hote,

    /** Tape dans une cellule (« A1 » ou « Feuil2!A1 »), comme un utilisateur français. */
    saisir(adresse: string, texte: string): void {
      const { feuille, zone } = designer(hote, adresse);
      feuille.getRange(zone.ligne, zone.colonne).setValue(lireSaisie(texte));
    },

    /** Valeur d'une cellule, une fois le calcul fini ; "" si elle est vide, « #VALUE! » en erreur. */
    async lire(adresse: string): Promise<Scalaire> {
      await hote.classeur.calcul.repos();
      const { feuille, zone } = designer(hote, adresse);
      return scalaire(cellule(hote.classeur, feuille, zone.ligne, zone.colonne));
    },

    /** Texte affiché par la cellule : « 33 % », « #VALEUR! ». */
    async lireTexte(adresse: string): Promise<string> {
      await hote.classeur.calcul.repos();
      const { feuille, zone } = designer(hote, adresse);
      return texteAffiche(hote.classeur, feuille, zone.ligne, zone.colonne);
    },

    /** Texte de l'erreur rendue par une de nos fonctions dans cette cellule. */
    async texteErreur(adresse: string): Promise<string | undefined> {
      await hote.classeur.calcul.repos();
      const { feuille, zone } = designer(hote, adresse);
      const { ligne, colonne } = zone;
      return hote.fonctions.textes.texte({ feuille: feuille.getSheetId(), ligne, colonne });
    },

    /** Attend que tout soit calculé. */
    calcule: () => hote.classeur.calcul.repos(),

    /** Noms des feuilles, dans l'ordre. */
    nomsDesFeuilles: () => hote.classeur.univer.getSheets().map((f) => f.getSheetName()),

    /** Annule la dernière action, comme Ctrl+Z. */
    annuler: () => void moteur.univer.undo(),
    refaire: () => void moteur.univer.redo(),

    /** L'instantané du classeur entier, pour vérifier que rien n'a changé. */
    instantane: () => moteur.univer.save(),

    /** Fait échouer l'opération n° `rang` (à partir de 0) des prochains lots, une seule fois. */
    panne: (rang: number, code = "GeneralException"): Panne => pannes.armer(rang, code),

    /** Ferme tout ; échoue si l'hôte lui-même est tombé en faute pendant le test. */
    fermer(): void {
      retirerLesGlobaux();
      fenetre.close();
      moteur.fermer();
      if (fautes.length) throw new AggregateError(fautes, "Le classeur d'essai a failli.");
    },
  };
}

class Pannes {
  private armee: (Panne & { reste: number; code: string }) | null = null;

  armer(rang: number, code: string): Panne {
    this.armee = { declenchee: false, reste: rang, code };
    return this.armee;
  }

  compter(): void {
    if (!this.armee || this.armee.declenchee) return;
    if (this.armee.reste > 0) {
      this.armee.reste -= 1;
      return;
    }
    this.armee.declenchee = true;
    throw new ErreurApi(this.armee.code, "Panne demandée par le test.");
  }
}

function classeurVide(noms: string[]) {
  const feuilles = noms.map((name, rang) => ({ id: `f${rang + 1}`, name }));
  return {
    id: "classeur",
    sheetOrder: feuilles.map(({ id }) => id),
    sheets: Object.fromEntries(
      feuilles.map((f) => [f.id, { ...f, rowCount: 2000, columnCount: 26 }])
    ),
  };
}

function remplirLaFeuille(hote: Hote, nom: string, contenus: (string | number | null)[][]): void {
  const cellules = contenus.map((ligne) =>
    ligne.map((contenu) => {
      if (contenu === null) return {};
      return typeof contenu === "number"
        ? { v: contenu, t: CellValueType.NUMBER }
        : lireSaisie(contenu);
    })
  );
  const largeur = cellules[0]?.length ?? 0;
  if (largeur === 0) return;
  hote.classeur.feuille(nom)?.getRange(0, 0, cellules.length, largeur).setValues(cellules);
}

function designer(hote: Hote, adresse: string): { feuille: Feuille; zone: Zone } {
  const [cellule = "", nom] = adresse.split("!").reverse();
  const { classeur } = hote;
  const feuille = nom === undefined ? classeur.univer.getActiveSheet() : classeur.feuille(nom);
  const zone = lireZone(cellule);
  if (!feuille || !zone) throw new Error(`« ${adresse} » n'est pas une cellule du classeur.`);
  return { feuille, zone };
}

type Feuille = ReturnType<Hote["classeur"]["univer"]["getActiveSheet"]>;

/** Pose les variables globales d'Office ; rend de quoi les retirer. */
function poserLesGlobaux(fenetre: FenetreOffice): () => void {
  const globaux = globalThis as Record<string, unknown>;
  for (const nom of GLOBAUX) globaux[nom] = fenetre[nom];
  return () => GLOBAUX.forEach((nom) => delete globaux[nom]);
}

import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { corrigerLeRegroupement, grouperLesAnnulations } from "./annulation";
import { installerLeBureau, type AllerRetour, type Bureau } from "./bureau/bureau";
import type { Theme } from "./bureau/theme";
import { ClasseurOuvert } from "./classeur-ouvert";
import { cellule, scalaire, type Scalaire } from "./cellules";
import { remplir } from "./adresse";
import { ecouter } from "./evenements";
import { retenirLaFeuilleActive, retenirPendantLAnnulation } from "./feuille-active";
import { ACTION, type ActionDuFil, type LotDuFil, type ReponseDuFil } from "./fil/protocole";
import { InterpreteRichApi } from "./fil/rich-api";
import { installerLAide } from "./fonctions/aide";
import { FonctionsDuComplement } from "./fonctions/fonctions";
import type { Metadonnees } from "./fonctions/metadonnees";
import { objetClasseur } from "./modele/classeur";
import { services } from "./modele/services";
import { corrigerLesMoisDecales } from "./mois-decales";
import { corrigerLesPetitsNombres } from "./petits-nombres";
import { installerLaSaisie } from "./saisie";
import { corrigerLesStylesRefaits } from "./styles-refaits";
import { corrigerLesValidationsTardives } from "./validations-tardives";

interface Moteur {
  api: FUniver;
  univer: FWorkbook;
  injector: Injector;
}

export interface OptionsDHote {
  metadonnees: Metadonnees;
  nomDeFichier: string;
  theme: () => Theme;
  /** Le classeur en .xlsx, pour `getFileAsync`. */
  octets: (classeur: ClasseurOuvert) => Promise<Uint8Array>;
  /** Reçoit les fautes de l'hôte, que le complément ne verrait que comme « GeneralException ». */
  signaler: (erreur: unknown) => void;
  /** Accroches des tests. */
  avantAction?: (action: ActionDuFil) => void;
  surAllerRetour?: (allerRetour: AllerRetour) => void;
}

/** Le classeur d'essai : un Univer qui parle à office.js. */
export interface Hote {
  classeur: ClasseurOuvert;
  fonctions: FonctionsDuComplement;
  /** À appeler avec la fenêtre du complément avant qu'office.js s'y charge ; de nouveau si elle se recharge. */
  accrocher: (fenetre: Window) => void;
}

const ECRITURES: number[] = [ACTION.methode, ACTION.ecrire, ACTION.mettreAJour];

/** Branche un classeur Univer sur le complément : le même assemblage sert à la page et aux tests. */
export function assembler(moteur: Moteur, options: OptionsDHote): Hote {
  const { api, univer, injector } = moteur;
  corrigerLeRegroupement(injector);
  corrigerLesPetitsNombres();
  corrigerLesMoisDecales(injector);
  corrigerLesValidationsTardives(injector);
  const classeur = new ClasseurOuvert(api, univer, injector, options.nomDeFichier);
  corrigerLesStylesRefaits(classeur.formules);
  const fonctions = new FonctionsDuComplement({
    injector,
    calcul: classeur.calcul,
    classeur: classeur.id,
    nomDeFeuille: (id) => univer.getSheetBySheetId(id)?.getSheetName() ?? "",
    espace: "CMS",
    metadonnees: options.metadonnees,
  });
  installerLAide(injector, options.metadonnees, (fonction) => fonctions.nomComplet(fonction));
  installerLaSaisie(classeur);
  retenirPendantLAnnulation(classeur);

  let bureau: Bureau | null = null;
  ecouter(classeur, {
    evenement: (type, cible, details) => bureau?.evenement(type, cible, details),
    selection: () => bureau?.selectionDuDocument(),
  });

  const accrocher = (fenetre: Window) => {
    classeur.abonnements.vider();
    const racines = {
      classeur: objetClasseur(classeur),
      services: services({
        fonctionsPretes: () => fonctions.brancher(fenetre),
      }),
    };
    const interprete = new InterpreteRichApi(racines, {
      avantAction: options.avantAction,
      faireLesEcrituresEnAttente: () => classeur.styles.faire(),
      signaler: options.signaler,
    });
    bureau = installerLeBureau(fenetre, {
      traiter: (lot) => traiter(classeur, interprete, lot),
      document: {
        selection: () => selection(classeur),
        octets: async () => {
          await classeur.calcul.repos();
          return options.octets(classeur);
        },
      },
      theme: options.theme,
      nomDeFichier: () => classeur.nomDeFichier,
      signaler: options.signaler,
      surAllerRetour: options.surAllerRetour,
    });
  };
  return { classeur, fonctions, accrocher };
}

/** Un lot qui écrit s'annule d'un coup, et ses changements sont ceux du complément. */
async function traiter(
  classeur: ClasseurOuvert,
  interprete: InterpreteRichApi,
  lot: LotDuFil
): Promise<ReponseDuFil> {
  if (!lot.Actions.some(({ ActionType }) => ECRITURES.includes(ActionType))) {
    return interprete.traiter(lot);
  }
  const fermer = grouperLesAnnulations(classeur.injector, classeur.id);
  const change = lot.Actions.some(({ Name = "" }) => CHANGENT_DE_FEUILLE.includes(Name));
  const laisserChanger = change ? null : retenirLaFeuilleActive(classeur.injector);
  classeur.complementEcrit = true;
  try {
    return await interprete.traiter(lot);
  } finally {
    classeur.complementEcrit = false;
    laisserChanger?.();
    fermer();
  }
}

/** Les seules méthodes après lesquelles Excel montre une autre feuille. */
const CHANGENT_DE_FEUILLE = ["Activate", "Select", "Delete"];

function selection(classeur: ClasseurOuvert): Scalaire[][] {
  const plage = classeur.univer.getActiveRange();
  if (!plage) return [[""]];
  const feuille = classeur.univer.getActiveSheet();
  const zone = {
    ligne: plage.getRow(),
    colonne: plage.getColumn(),
    hauteur: plage.getHeight(),
    largeur: plage.getWidth(),
  };
  return remplir(zone, (l, c) => scalaire(cellule(classeur, feuille, l, c)));
}

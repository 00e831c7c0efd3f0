import { ecrirePlan } from "../../src/classeur";
import type { PlanDeFeuille } from "../../src/feuilles";
import { ErreurApi } from "../../src/hote";
import { articleDeuxPour } from "../outils/feuille-lue";
import { demarrerBanc, type Banc } from "./banc";

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({ feuilles: { Source: [["Commune", 500]], Autre: [] } });
});

afterEach(() => {
  jest.restoreAllMocks();
  banc.fermer();
});

/** Un petit plan qui emploie tout ce qu'un plan peut demander. */
const COMPLET: PlanDeFeuille = {
  nom: "Essai",
  blocs: [
    { ancre: "A1", contenus: [["Titre"]] },
    {
      ancre: "A3",
      contenus: [
        ["Commune", 2],
        ["Total", { formule: "=B3*2", valeurs: [[4]] }],
      ],
    },
  ],
  styles: [
    {
      plage: "A3:B4",
      style: {
        gras: true,
        italique: true,
        taille: 12,
        couleur: "#333333",
        fond: "#EDEDED",
        horizontal: "droite",
        vertical: "milieu",
        renvoiALaLigne: true,
        format: "#,##0",
        bordures: { haut: "fin", bas: "moyen", verticales: "double" },
      },
    },
  ],
  fusions: ["A1:B1"],
  largeurs: [120, 80],
  hauteurs: [{ ligne: 1, points: 30 }],
  lignesFigees: 3,
  quadrillage: false,
  impression: {
    orientation: "paysage",
    marges: { haut: 43, bas: 57, gauche: 40, droite: 41 },
    pagesEnLargeur: 1,
    piedDePage: { gauche: "EPCI", centre: "Article 2", droite: "Page &P/&N" },
    lignesRepetees: "3:3",
    sauts: [4],
  },
};

function relire<T>(lire: (feuille: Excel.Worksheet) => T): Promise<T> {
  return Excel.run(async (context) => {
    const lu = lire(context.workbook.worksheets.getItem("Essai"));
    await context.sync();
    return lu;
  });
}

/** Tout le classeur, sauf la réserve de styles d'Univer, qui garde ceux que plus rien n'emploie. */
function contenuDuClasseur(): unknown {
  return { ...banc.instantane(), styles: null };
}

async function feuilleActive(): Promise<string> {
  return Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    return active.name;
  });
}

describe("ce qui passe sur le fil", () => {
  test.each([2, 40, 300])("deux allers-retours pour %i communes", async (nombre) => {
    await ecrirePlan(articleDeuxPour(nombre));
    expect(banc.fil.nombre).toBe(2);
  });

  test("le poids ne dépend pas du nombre de communes, une fois le tableau sur plusieurs pages", async () => {
    await ecrirePlan(articleDeuxPour(40));
    const quarante = banc.fil.octets;
    banc.fil.vider();
    await ecrirePlan(articleDeuxPour(300));
    // Seuls les numéros de ligne s'allongent.
    expect(banc.fil.octets - quarante).toBeLessThan(150);
  });
});

describe("la feuille écrite", () => {
  test("porte les contenus et la forme du plan, sans prendre la place de la feuille active", async () => {
    expect(await ecrirePlan(COMPLET)).toEqual({ nom: "Essai", miseEnPage: true });
    expect(await feuilleActive()).toBe("Source");

    const { plage, titre } = await relire((feuille) => {
      const tableau = feuille.getRange("A3:B4");
      tableau.load("values,numberFormat,format/fill/color,format/wrapText,format/font/bold");
      const fusionnee = feuille.getRange("A1:B1");
      fusionnee.load("format/rowHeight");
      return { plage: tableau, titre: fusionnee };
    });
    expect(plage.toJSON()).toMatchObject({
      values: [
        ["Commune", 2],
        ["Total", 4],
      ],
      numberFormat: [
        ["#,##0", "#,##0"],
        ["#,##0", "#,##0"],
      ],
      format: { fill: { color: "#EDEDED" }, wrapText: true, font: { bold: true } },
    });
    expect(titre.format.rowHeight).toBe(30);
  });

  test("est prête à imprimer : A4 paysage, marges, pied de page, titres répétés", async () => {
    await ecrirePlan(COMPLET);
    const { page, titres } = await relire((feuille) => {
      const { pageLayout } = feuille;
      pageLayout.load("paperSize,orientation,topMargin,rightMargin,zoom");
      pageLayout.headersFooters.defaultForAllPages.load("rightFooter");
      const repetees = pageLayout.getPrintTitleRowsOrNullObject();
      repetees.load("address");
      return { page: pageLayout, titres: repetees };
    });
    expect(page.toJSON()).toMatchObject({
      paperSize: "A4",
      orientation: "Landscape",
      topMargin: 43,
      rightMargin: 41,
      zoom: { horizontalFitToPages: 1 },
    });
    expect(page.headersFooters.defaultForAllPages.rightFooter).toBe("Page &P/&N");
    expect(titres.address).toContain("3:3");
  });

  test("un texte reste du texte, quoi qu'il commence par", async () => {
    const textes = ["=1+1", "+1", "-1", "@A1", "'x", "12/05/2025", "33 %", "VRAI", "#N/A"];
    const contenus = textes.map((texte) => [texte]);
    await ecrirePlan({ ...COMPLET, blocs: [{ ancre: "A3", contenus }], styles: [] });
    const plage = await relire((feuille) => {
      const ecrite = feuille.getRange(`A3:A${textes.length + 2}`);
      ecrite.load("values");
      return ecrite;
    });
    expect(plage.values.flat()).toEqual(textes);
  });

  test("un nom pris, même dans une autre casse, en donne un libre", async () => {
    const { nom } = await ecrirePlan({ ...COMPLET, nom: "SOURCE" });
    expect(nom).toBe("SOURCE (2)");
    expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "SOURCE (2)"]);
  });

  test("sans mise en page dans cette version d'Excel, le reste s'écrit et on le dit", async () => {
    jest.spyOn(Office.context.requirements, "isSetSupported").mockReturnValue(false);
    expect(await ecrirePlan(COMPLET)).toEqual({ nom: "Essai", miseEnPage: false });
  });
});

describe("tout ou rien", () => {
  test("une panne à n'importe quelle opération laisse le classeur comme il était", async () => {
    const avant = contenuDuClasseur();
    let rang = 0;
    for (;;) {
      const panne = banc.panne(rang, "GeneralException");
      const essai = await ecrirePlan(COMPLET).catch((erreur: unknown) => erreur);
      if (!panne.declenchee) break;
      expect(essai).toMatchObject({ code: "GeneralException" });
      expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre"]);
      expect(contenuDuClasseur()).toEqual(avant);
      expect(await feuilleActive()).toBe("Source");
      rang += 1;
    }
    expect(rang).toBeGreaterThan(50);
    expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "Essai"]);
  });

  test("si la feuille inachevée ne peut être retirée, l'erreur ne prétend pas le contraire", async () => {
    jest.spyOn(banc.hote.classeur.univer, "deleteSheet").mockImplementation(() => {
      throw new ErreurApi("AccessDenied");
    });
    banc.panne(20, "GeneralException");
    await expect(ecrirePlan(COMPLET)).rejects.toMatchObject({ code: "FeuilleInachevee" });
    expect(banc.nomsDesFeuilles()).toContain("Essai");
  });

  test("une feuille de ce nom apparue entre-temps n'est pas supprimée", async () => {
    const { lots } = banc.fil;
    jest.spyOn(lots, "push").mockImplementationOnce(() => {
      banc.hote.classeur.univer.insertSheet("Essai");
      return 0;
    });
    await expect(ecrirePlan(COMPLET)).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    expect(banc.nomsDesFeuilles()).toContain("Essai");
  });

  test("là où le groupe d'annulation est refusé, la feuille s'écrit sans lui", async () => {
    const panne = banc.panne(3, "UndoNotSupported");
    expect(await ecrirePlan(COMPLET)).toMatchObject({ nom: "Essai" });
    expect(panne.declenchee).toBe(true);
    expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "Essai"]);
  });
});

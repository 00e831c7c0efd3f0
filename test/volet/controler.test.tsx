import { act, screen, waitFor, within } from "@testing-library/react";
import * as territoire from "../../src/territoire";
import { PLAQUETTE, TITRES, type Lignes } from "../outils/feuille-lue";
import { erreurOffice, plusTard } from "./faux-classeur";
import { ouvrir, ouvrirEtControler } from "./ouvrir";

/** La plaquette, où la commune B ne reçoit que 178 logements : il en manque un. */
const UN_DE_MOINS: Lignes = PLAQUETTE.map((ligne) =>
  ligne.map((valeur, i) => (valeur === 179 ? 178 : valeur === 264 && i === 4 ? 263 : valeur))
);

function constats(): HTMLElement[] {
  return screen.queryAllByRole("listitem").filter((item) => item.dataset.code !== undefined);
}

test("première ouverture : rien n'est lu avant qu'on le demande", () => {
  const { classeur } = ouvrir(PLAQUETTE);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Bienvenue");
  expect(screen.queryByRole("tab")).not.toBeInTheDocument();
  expect(classeur.lireFeuille).not.toHaveBeenCalled();
  expect(classeur.estAbonne()).toBe(false);
});

test("tableau équilibré : le verdict et les trois chiffres d'abord", async () => {
  await ouvrirEtControler(PLAQUETTE);
  const verdict = await screen.findByRole("heading", { level: 2, name: /^Équilibré/ });
  expect(verdict).toHaveTextContent("Équilibré : 264 avant, 264 après");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("EPCI A-B");
  expect(screen.getByText("Mutualisant · 2026-2028")).toBeInTheDocument();
  expect(screen.getAllByRole("definition").map((dd) => dd.textContent)).toEqual([
    "264",
    "264",
    "0",
  ]);
  expect(constats()).toEqual([]);
});

test("conditions à confirmer et graphique sont sous les yeux", async () => {
  await ouvrirEtControler(PLAQUETTE);
  expect(
    await screen.findByText("Commune B accepte que son objectif passe de 99 à 179")
  ).toBeVisible();
  const graphique = screen.getByRole("img", { name: /Commune A/ });
  expect(graphique).toHaveAccessibleName("Commune A : 165 avant, 85 après, plancher 85");
});

test("il manque un logement : le constat dit la cellule et y mène, sans prendre le focus au volet", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(UN_DE_MOINS);
  await screen.findByRole("heading", { name: "Il manque 1 logement" });
  const [constat] = constats();
  expect(constat?.dataset).toMatchObject({
    code: "somme-insuffisante",
    gravite: "erreur",
    adresse: "E5",
  });
  const lien = within(constat as HTMLElement).getByRole("button", {
    name: "Aller à la cellule E5",
  });
  await utilisateur.click(lien);
  expect(classeur.allerA).toHaveBeenCalledWith("Mutualisation", "E5");
  expect(lien).toHaveFocus();
});

test.each([
  ["le contrôle est relancé", "button", "Relancer le contrôle"],
  ["on change d'onglet", "tab", "Article 2"],
] as const)("« Aller à » a échoué : ce n'est plus dit quand %s", async (_, role, name) => {
  const { classeur, utilisateur } = await ouvrirEtControler(UN_DE_MOINS);
  classeur.allerA.mockRejectedValueOnce(erreurOffice("ItemNotFound"));
  await utilisateur.click(await screen.findByRole("button", { name: "Aller à la cellule E5" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Excel ne retrouve pas");
  await utilisateur.click(screen.getByRole(role, { name }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("commune par commune : écart, taux, plancher", async () => {
  const { utilisateur } = await ouvrirEtControler(PLAQUETTE);
  await utilisateur.click(await screen.findByRole("button", { name: /^Commune par commune/ }));
  const ligne = screen.getByRole("row", { name: /^Commune B/ });
  expect(ligne).toHaveTextContent(/5 points · 33\s%/);
  expect(
    within(ligne)
      .getAllByRole("cell")
      .map((cellule) => cellule.textContent)
  ).toEqual(["300", "99", "51", "179"]);
});

test("le tableau lu : sa plage et ses colonnes reconnues", async () => {
  const { utilisateur } = await ouvrirEtControler(PLAQUETTE);
  const volet = await screen.findByRole("button", { name: /A2:E5/ });
  expect(volet).toHaveTextContent("2 communes et un total · 5 colonnes reconnues");
  await utilisateur.click(volet);
  expect(screen.getByRole("row", { name: /^Logements sociaux manquants/ })).toHaveTextContent("B2");
});

describe("quand la feuille change", () => {
  test("le contrôle se relance, l'annonce suit, le focus et le défilement restent", async () => {
    const { classeur } = await ouvrirEtControler(PLAQUETTE);
    const annonce = await screen.findByText(/^Équilibré.*conditions à confirmer$/);
    expect(annonce).toHaveAttribute("role", "status");
    const relancer = screen.getByRole("button", { name: "Relancer le contrôle" });
    relancer.focus();

    act(() => classeur.changer(UN_DE_MOINS));
    await waitFor(() => expect(annonce).toHaveTextContent("Il manque 1 logement, 1 erreur"));
    expect(relancer).toHaveFocus();
    expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
      expect.objectContaining({ attendreLaSaisie: true })
    );
  });

  test("rien n'est annoncé si ni le verdict ni un compte ne changent", async () => {
    const { classeur } = await ouvrirEtControler(PLAQUETTE);
    const annonce = await screen.findByText(/^Équilibré.*conditions à confirmer$/);
    const ecrits: MutationRecord[] = [];
    const observateur = new MutationObserver((mutations) => ecrits.push(...mutations));
    observateur.observe(annonce, { childList: true, characterData: true, subtree: true });

    const renommee = PLAQUETTE.map((ligne) =>
      ligne.map((valeur) => (valeur === "Commune A" ? "Aubrelle" : valeur))
    );
    act(() => classeur.changer(renommee));
    await screen.findByRole("img", { name: /^Aubrelle/ });
    expect(ecrits).toEqual([]);
  });

  test("le focus d'un constat corrigé passe au verdict", async () => {
    const { classeur } = await ouvrirEtControler(UN_DE_MOINS);
    (await screen.findByRole("button", { name: "Aller à la cellule E5" })).focus();
    act(() => classeur.changer(PLAQUETTE));
    const verdict = await screen.findByRole("heading", { name: /^Équilibré/ });
    await waitFor(() => expect(verdict).toHaveFocus());
  });

  test("une lecture dépassée par une plus récente ne s'affiche pas", async () => {
    const { classeur } = await ouvrirEtControler(PLAQUETTE);
    await screen.findByRole("heading", { name: /^Équilibré/ });
    const lente = plusTard<Awaited<ReturnType<typeof classeur.lireFeuille>>>();
    const ancienne = await classeur.lireFeuille();
    classeur.lireFeuille.mockImplementationOnce(() => lente.promesse);
    act(() => classeur.changer(PLAQUETTE));
    act(() => classeur.changer(UN_DE_MOINS));
    await screen.findByRole("heading", { name: "Il manque 1 logement" });
    await act(async () => {
      lente.tenir(ancienne);
      await lente.promesse;
    });
    expect(screen.getByRole("heading", { name: "Il manque 1 logement" })).toBeInTheDocument();
  });

  test("fermer le volet se désabonne", async () => {
    const { classeur, fermer } = await ouvrirEtControler(PLAQUETTE);
    await waitFor(() => expect(classeur.estAbonne()).toBe(true));
    fermer();
    await waitFor(() => expect(classeur.estAbonne()).toBe(false));
  });

  test("si Excel ne prévient pas des changements, le volet le dit", async () => {
    const { classeur, utilisateur } = ouvrir(PLAQUETTE);
    classeur.surChangement.mockRejectedValueOnce(erreurOffice("ApiNotFound"));
    await utilisateur.click(screen.getByRole("button", { name: "Contrôler cette feuille" }));
    expect(await screen.findByText(/relancez le contrôle après chaque/)).toBeInTheDocument();
  });
});

test("aucun tableau : ce qui a été cherché, trouvé, absent, et que faire", async () => {
  await ouvrirEtControler([["Nom de la commune", "Objectifs avant", "Objectifs après"]]);
  await screen.findByRole("heading", { name: "Aucun tableau reconnu" });
  expect(screen.getByRole("row", { name: /^Nom de la commune/ })).toHaveTextContent("trouvé, A1");
  expect(screen.getByRole("row", { name: /^Logements sociaux manquants/ })).toHaveTextContent(
    "absent"
  );
  expect(screen.getByText(/renommez la colonne « Logements sociaux manquants/)).toBeInTheDocument();
});

test("feuille vide : elle est dite vide", async () => {
  await ouvrirEtControler([]);
  expect(await screen.findByText("La feuille est vide.")).toBeInTheDocument();
});

test("un nom de commune n'est jamais du HTML", async () => {
  await ouvrirEtControler([TITRES, ["Bourg <img src=x onerror=alert(1)>", 500, 5, 165, 165]]);
  expect(await screen.findByText("Bourg <img src=x onerror=alert(1)>")).toBeInTheDocument();
  expect(document.querySelector("img")).toBeNull();
});

describe("lecture impossible", () => {
  test("cause, geste et détails ; le contrôle suivant peut réussir", async () => {
    const { classeur, utilisateur } = ouvrir(PLAQUETTE);
    const panne = erreurOffice("InvalidOperationInCellEditMode");
    classeur.lireFeuille.mockRejectedValueOnce(panne);
    await utilisateur.click(screen.getByRole("button", { name: "Contrôler cette feuille" }));
    const alerte = await screen.findByRole("alert");
    expect(alerte).toHaveTextContent("La feuille n’a pas été lue");
    expect(alerte).toHaveTextContent("Appuyez sur Entrée ou Échap");
    await utilisateur.click(screen.getByRole("button", { name: "Détails pour l’assistance" }));
    expect(screen.getByText(/InvalidOperationInCellEditMode/)).toBeVisible();

    await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
    expect(await screen.findByRole("heading", { name: /^Équilibré/ })).toBeInTheDocument();
  });

  test("le dernier résultat reste lisible, avec son heure", async () => {
    const { classeur } = await ouvrirEtControler(PLAQUETTE);
    await screen.findByRole("heading", { name: /^Équilibré/ });
    classeur.lireFeuille.mockRejectedValueOnce(erreurOffice("GeneralException"));
    act(() => classeur.changer(PLAQUETTE));
    await screen.findByRole("heading", { name: "Dernier contrôle réussi" });
    expect(screen.getByRole("row", { name: /^Verdict/ })).toHaveTextContent(/Équilibré/);
    expect(screen.getByRole("row", { name: /^Heure/ })).toHaveTextContent(/\d:\d\d/);
  });
});

test("aller à une cellule peut échouer : le refus d'Excel se dit", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(UN_DE_MOINS);
  classeur.allerA.mockRejectedValueOnce(erreurOffice("AccessDenied"));
  await utilisateur.click(await screen.findByRole("button", { name: "Aller à la cellule E5" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Ôtez la protection");
});

describe("plusieurs EPCI sur la feuille", () => {
  const DEPARTEMENT: Lignes = [
    ["EPCI", ...TITRES],
    ["CC du Nord", "Aval", 400, 5, 132, 140],
    ["CC du Sud", "Brume", 500, 5, 165, 85],
    ["CC du Sud", "Combe", 300, 5, 99, 178],
  ];

  test("une ligne chacun ; le plus bloquant est montré, et un clic montre l'autre", async () => {
    const { utilisateur } = await ouvrirEtControler(DEPARTEMENT);
    expect(
      await screen.findByRole("heading", { name: "2 bilans sur cette feuille" })
    ).toBeVisible();
    expect(
      screen.getByRole("row", { name: /^CC du Sud.*non conforme 264 → 263 1$/ })
    ).toBeVisible();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("CC du Sud");
    expect(screen.getByRole("heading", { name: "Il manque 1 logement" })).toBeVisible();

    await utilisateur.click(screen.getByRole("button", { name: "CC du Nord" }));
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("CC du Nord");
    expect(
      screen.getByRole("heading", { name: /^Équilibré\s: 132 avant, 140 après$/ })
    ).toBeVisible();
    expect(screen.getByRole("button", { name: "CC du Nord" })).toHaveAttribute(
      "aria-current",
      "true"
    );
  });

  test("un nouveau contrôle garde l'EPCI montré", async () => {
    const { classeur, utilisateur } = await ouvrirEtControler(DEPARTEMENT);
    await utilisateur.click(await screen.findByRole("button", { name: "CC du Nord" }));
    act(() =>
      classeur.changer(
        DEPARTEMENT.map((ligne) => ligne.map((valeur) => (valeur === 140 ? 150 : valeur)))
      )
    );
    expect(
      await screen.findByRole("heading", { name: /^Équilibré\s: 132 avant, 150 après$/ })
    ).toBeVisible();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("CC du Nord");
  });
});

describe("une commune hors de l'EPCI, par le découpage officiel", () => {
  const POITIERS: Lignes = [
    ["EPCI : CU du Grand Poitiers"],
    TITRES,
    ["Chauvigny", 500, 5, 165, 165],
    ["Niort", 300, 5, 99, 99],
  ];

  test("le constat nomme son EPCI et mène à sa ligne", async () => {
    await ouvrirEtControler(POITIERS);
    await screen.findByRole("heading", { level: 2, name: /^Équilibré/ });
    const [constat] = constats();
    expect(constat?.dataset).toMatchObject({ code: "hors-epci", adresse: "A4" });
    expect(constat).toHaveTextContent("CA du Niortais");
  });

  test("si le découpage ne se charge pas, le contrôle se fait sans lui", async () => {
    jest.spyOn(territoire, "chargerDecoupage").mockResolvedValueOnce(null);
    await ouvrirEtControler(POITIERS);
    await screen.findByRole("heading", { level: 2, name: /^Équilibré/ });
    expect(constats()).toEqual([]);
  });
});

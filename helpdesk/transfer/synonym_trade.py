"""What other programs call the columns of price lists and bank statements: the commonest word of a field first."""

from __future__ import annotations

PRODUCTS = {
    "id": (
        "product id", "item id", "productid", "uid", "guid", "external id", "ид", "id товара", "код товара",
        "код номенклатуры", "код",
    ),
    "code": (
        "sku", "article", "article number", "product code", "item code", "part number", "mpn", "артикул",
        "код товара", "код", "код номенклатуры", "код услуги", "артикул товара", "item number",
    ),
    "name": (
        "product name", "title", "product", "item", "item name", "product title", "service", "наименование",
        "название", "товар", "номенклатура", "наименование товара", "название товара", "услуга",
        "товары работы услуги", "имя", "полное наименование",
    ),
    "group": (
        "category", "category name", "section", "product group", "category id", "product type", "type", "группа",
        "категория", "раздел", "группа товаров", "вид номенклатуры", "вид", "тип", "номенклатурная группа",
    ),
    "unit": (
        "quantity per unit", "unit of measure", "uom", "units", "package", "единица", "единица измерения", "ед изм",
        "ед", "упаковка", "базовая единица измерения",
    ),
    "price": (
        "unit price", "list price", "sale price", "retail price", "cost", "variant price", "цена", "цена за единицу",
        "стоимость", "розничная цена", "цена продажи", "цена с НДС", "прайс",
    ),
    "stock": (
        "units in stock", "in stock", "quantity", "qty", "on hand", "quantity on hand", "stock quantity",
        "variant inventory qty", "остаток", "на складе", "количество", "наличие", "кол-во", "свободный остаток",
        "в наличии",
    ),
    "description": (
        "details", "long description", "body", "note", "notes", "comment", "описание", "примечание", "комментарий",
        "подробное описание",
    ),
    "discontinued": (
        "is discontinued", "archived", "is archived", "inactive", "снят с продажи", "снято с продажи",
        "снят с производства", "архивный", "в архиве", "недействителен",
    ),
    "kind": ("goods or service", "item kind", "товар или услуга", "вид товара"),
    "vat": ("vat rate", "vat, %", "tax rate", "ндс", "ставка ндс", "ндс, %"),
    "barcode": ("barcodes", "ean", "ean13", "gtin", "upc", "штрихкод", "штрих-код", "штрихкоды"),
    "price_list": ("price type", "price level", "прайс-лист", "вид цены", "тип цены"),
    "valid_from": ("price valid from", "price from", "цена действует с", "действует с"),
    "valid_to": ("price valid to", "price until", "цена действует по", "действует по"),
    "characteristics": ("features", "attributes", "specifications", "характеристики", "свойства", "параметры"),
    "delivery": ("delivery terms", "условия доставки", "доставка"),
    "payment": ("payment terms", "условия оплаты", "оплата"),
    "return": ("return terms", "return policy", "условия возврата", "возврат"),
    "warranty": ("guarantee", "гарантия", "срок гарантии"),
    "goes_with": ("related products", "accessories", "сопутствующие товары", "подходит к", "с этим покупают"),
    "replaces": ("replacement for", "заменяет", "аналог", "замена для"),
    "capacity": ("capacity per day", "мощность в день", "в день"),
}  # fmt: skip
PAYMENTS = {
    "id": (
        "document number", "transaction id", "payment id", "номер документа", "номер платежа", "№ документа",
        "номер п/п", "№ п/п",
    ),
    "date": (
        "posting date", "value date", "booking date", "transaction date", "дата", "дата операции", "дата проводки",
        "дата платежа", "дата документа",
    ),
    "amount": (
        "sum", "credit", "paid in", "received", "amount received", "сумма", "поступление", "кредит", "приход",
        "сумма по кредиту", "сумма платежа", "сумма операции",
    ),
    "purpose": (
        "details", "payment details", "payment reference", "reference", "remittance information", "narrative",
        "назначение", "назначение платежа", "основание платежа",
    ),
    "number": ("invoice", "invoice number", "invoice no", "счёт", "номер счёта", "счёт на оплату"),
    "payer": (
        "payer name", "counterparty", "sender", "debtor", "плательщик", "контрагент", "отправитель",
        "наименование плательщика",
    ),
}  # fmt: skip

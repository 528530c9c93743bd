"""Words that invented data is made of, in both languages; every person, company and product is invented."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.domain.request import RequestKind

K = RequestKind


@dataclass(frozen=True)
class Words:
    """What invented records of one language are made of; {product} and {number} are filled in."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[str, ...]
    companies: tuple[str, ...]
    cities: tuple[tuple[str, str], ...]
    streets: tuple[str, ...]
    country: str
    subjects: dict[RequestKind, tuple[str, ...]]
    descriptions: tuple[str, ...]
    answers: tuple[str, ...]
    questions: tuple[str, ...]
    notes: tuple[str, ...]
    solutions: tuple[str, ...]
    praise: tuple[str, ...]
    blame: tuple[str, ...]
    warnings: tuple[str, ...]
    preferences: tuple[str, ...]
    promises: tuple[str, ...]
    reasons: tuple[str, ...]


RUSSIAN = Words(
    women=("Анна", "Мария", "Елена", "Ольга", "Наталья", "Ирина", "Светлана", "Алёна", "Дарья", "Вера", "Юлия", "Зоя"),
    men=(
        "Пётр", "Иван", "Сергей", "Андрей", "Алексей", "Дмитрий", "Фёдор", "Михаил", "Артём", "Николай",
        "Илья", "Олег",
    ),
    surnames=(
        "Соловьёв", "Берёзов", "Лазарев", "Кречетов", "Журавлёв", "Полянов", "Рябинов", "Зимов", "Вершинов", "Ковалёв",
        "Озёров", "Снегирёв", "Листов", "Дроздов", "Калинов", "Ясенев", "Мельников", "Громов", "Тихонов", "Ветров",
    ),
    companies=(
        "ООО «Северный мост»", "АО «Полевая линия»", "ООО «Тихий двор»", "ООО «Три сосны»", "ИП Ясенева",
        "ООО «Луговое»",
        "АО «Верхняя гавань»", "ООО «Дом у реки»", "ООО «Каменный ключ»", "ООО «Белый маяк»", "ИП Листов",
        "ООО «Рассвет-7»",
    ),
    cities=(
        ("Санкт-Петербург", "812"), ("Москва", "495"), ("Тверь", "4822"), ("Казань", "843"), ("Вологда", "8172"),
        ("Самара", "846"), ("Пермь", "342"), ("Томск", "3822"),
    ),
    streets=("ул. Садовая", "пр. Мира", "Речной пер.", "ул. Лесная", "ул. Заводская", "наб. Озёрная"),
    country="Россия",
    subjects={
        K.CONSULTATION: (
            "Подойдёт ли {product} для дачи", "Как ухаживать: {product}", "Есть ли в наличии {product}",
            "Чем отличается {product} от прошлой модели", "Сколько хранить чек на {product}",
        ),
        K.PURCHASE: (
            "Хочет купить: {product}", "Счёт на {product}, {count} шт.", "Цена на {product} от {count} штук",
            "Комплект для офиса: {product}",
        ),
        K.ORDER_CHANGE: (
            "Заменить цвет: {product}", "Добавить к заказу {product}", "Перенести доставку: {product}",
            "Другой адрес доставки, {product}",
        ),
        K.COMPLAINT: (
            "{product}: царапина на корпусе", "Привезли не то вместо «{product}»", "Доставка опоздала, {product}",
            "{product} шумит после недели работы", "Не хватает деталей: {product}",
        ),
        K.SERVICE: (
            "Не включается {product}", "Сборка на дому: {product}", "Гарантийный ремонт: {product}",
            "Настроить {product}", "Вызвать мастера: {product}",
        ),
    },
    descriptions=(
        "Клиент звонит второй раз, просит ответить сегодня.", "Куплено в прошлом месяце, чек сохранился.",
        "Удобно говорить после 15 часов.", "Нужно письмо с ценой и сроком.", "Этаж пятый, лифт грузовой есть.",
        "Просит прислать фото образца.", "Договор с прошлого года, скидка 5 %.", "",
    ),
    answers=(
        "Проверили на складе: есть, отложили на три дня.", "Мастер приедет завтра с 10 до 13.",
        "Отправили счёт на почту.",
        "Уточнили у производителя: замена возможна.", "Доставку перенесли на пятницу, подтвердите, пожалуйста.",
    ),
    questions=(
        "Когда ждать мастера?", "А можно другой цвет?", "Счёт получили, спасибо.", "Пришлите, пожалуйста, размеры.",
        "Мы передумали с адресом, напишу новый.",
    ),
    notes=(
        "Спросить склад про остаток.", "Похожая жалоба была весной.", "Скидку согласовал руководитель.",
        "Клиент говорит тихо, лучше писать.", "Проверить серийный номер.",
    ),
    solutions=(
        "Заменили на новый, старый забрали.", "Объяснили, как настроить; работает.", "Оформили заказ, клиент согласен.",
        "Вернули деньги за доставку.", "Мастер починил на месте.", "Отправили образцы и цены.",
    ),
    praise=("Спасибо, быстро!", "Всё понятно объяснили.", "Мастер вежливый.", "Хорошо, что перезвонили.", ""),
    blame=("Долго ждали ответа.", "Пришлось звонить трижды.", "Снова шумит.", "Привезли не в тот день."),
    warnings=("Просит говорить громче.", "Спор по возврату в 2025 году.", "Только по предоплате."),
    preferences=("Звонить после 15:00", "Писать, не звонить", "Обращаться по имени и отчеству", "Доставка до двери"),
    promises=("Перезвонить с ценой", "Прислать фото образца", "Узнать срок у поставщика", "Напомнить про гарантию"),
    reasons=("нет на складе", "просил клиент", "задержал поставщик", "машина в ремонте"),
)  # fmt: skip

ENGLISH = Words(
    women=("Alice", "Grace", "Helen", "Nora", "Ruth", "Clara", "Edith", "Maud", "Joan", "Ivy"),
    men=("Arthur", "Henry", "Oscar", "Walter", "Hugh", "Simon", "Peter", "Ralph", "Edwin", "Miles"),
    surnames=(
        "Ashdown", "Birchall", "Caldmore", "Dunmere", "Elmhurst", "Fernley", "Greystone", "Hollowell", "Larkham",
        "Marlowe", "Northcote", "Penrose", "Quayle", "Rowanby", "Stillwater", "Thornbury",
    ),
    companies=(
        "Larkfield Interiors Ltd", "Harbour & Pine LLC", "Three Mills Ltd", "Quiet Yard Ltd", "Copper Lane Inc",
        "Stillwater Office LLC", "North Quay Ltd", "Marlow Furnishing Ltd",
    ),
    cities=(("London", "20"), ("Leeds", "113"), ("Bristol", "117"), ("Glasgow", "141")),
    streets=("Mill Lane", "High Street", "Orchard Road", "Station Road", "Quay Street"),
    country="United Kingdom",
    subjects={
        K.CONSULTATION: (
            "Will {product} suit a summer house", "Care of {product}", "Is {product} in stock",
            "How does {product} differ from last year's",
        ),
        K.PURCHASE: (
            "Wants to buy {product}", "Invoice for {count} x {product}", "Price of {product} from {count} pieces",
            "Office set: {product}",
        ),
        K.ORDER_CHANGE: (
            "Another colour: {product}", "Add {product} to the order", "Move the delivery of {product}",
            "New delivery address, {product}",
        ),
        K.COMPLAINT: (
            "{product}: scratch on the body", "Wrong goods instead of “{product}”", "Late delivery of {product}",
            "{product} hums after a week", "Parts missing: {product}",
        ),
        K.SERVICE: (
            "{product} does not start", "Assembly at home: {product}", "Repair under warranty: {product}",
            "Set up {product}", "Send a technician: {product}",
        ),
    },
    descriptions=(
        "Second call about it; an answer is wanted today.", "Bought last month, the receipt is at hand.",
        "Best reached after three in the afternoon.", "Wants price and date by mail.", "Fifth floor, goods lift.",
        "Asks for a photo of the sample.", "Contract since last year, 5 % off.", "",
    ),
    answers=(
        "Checked the stock: there is one, kept for three days.", "The technician comes tomorrow between 10 and 13.",
        "The invoice is in your mail.", "The maker agrees to replace it.", "The delivery was moved to Friday.",
    ),
    questions=(
        "When does the technician come?", "Is there another colour?", "Got the invoice, thank you.",
        "Please send the measures.", "We changed our mind about the address.",
    ),
    notes=(
        "Ask the stock about the rest.", "There was a complaint like this in spring.",
        "Discount agreed by the supervisor.",
        "Speaks softly, better write.", "Check the serial number.",
    ),
    solutions=(
        "Replaced, the old one was taken back.", "Explained the settings; it works.", "Ordered, the customer agrees.",
        "The delivery was paid back.", "Repaired on the spot.", "Samples and prices were sent.",
    ),
    praise=("Quick, thank you!", "Well explained.", "A polite technician.", "Good that you called back.", ""),
    blame=("Waited too long.", "Had to call three times.", "It hums again.", "Came on the wrong day."),
    warnings=("Asks to speak up.", "Dispute about a return in 2025.", "Prepayment only."),
    preferences=("Call after 15:00", "Write, do not call", "By surname, please", "Delivery to the door"),
    promises=(
        "Call back with the price", "Send a photo of the sample", "Ask the supplier for the date",
        "Remind of the warranty",
    ),
    reasons=("out of stock", "the customer asked", "the supplier is late", "the lorry is in repair"),
)  # fmt: skip

# Name in both languages, group in both languages, price in minor units, unit in both.
PRODUCTS: tuple[tuple[str, str, str, str, int], ...] = (
    ("Полка дубовая 90 см", "Oak shelf 90 cm", "Мебель", "Furniture", 349_000),
    ("Стол рабочий «Ясень»", "Desk “Ash”", "Мебель", "Furniture", 1_890_000),
    ("Кресло офисное", "Office chair", "Мебель", "Furniture", 1_149_000),
    ("Шкаф для бумаг", "File cabinet", "Мебель", "Furniture", 2_240_000),
    ("Тумба на колёсах", "Rolling pedestal", "Мебель", "Furniture", 695_000),
    ("Лампа настольная «Маяк»", "Desk lamp “Beacon”", "Свет", "Light", 279_900),
    ("Светильник потолочный", "Ceiling light", "Свет", "Light", 459_000),
    ("Лента светодиодная 5 м", "LED strip 5 m", "Свет", "Light", 189_000),
    ("Чайник стальной 1,7 л", "Steel kettle 1.7 l", "Кухня", "Kitchen", 329_000),
    ("Кофемолка ручная", "Hand coffee mill", "Кухня", "Kitchen", 249_000),
    ("Набор кастрюль", "Set of pots", "Кухня", "Kitchen", 899_000),
    ("Плед шерстяной", "Wool blanket", "Текстиль", "Textiles", 429_000),
    ("Шторы льняные", "Linen curtains", "Текстиль", "Textiles", 519_000),
    ("Обогреватель масляный", "Oil heater", "Климат", "Climate", 649_000),
    ("Увлажнитель воздуха", "Air humidifier", "Климат", "Climate", 579_000),
    ("Вентилятор напольный", "Floor fan", "Климат", "Climate", 389_000),
    ("Дрель аккумуляторная", "Cordless drill", "Инструмент", "Tools", 799_000),
    ("Лестница складная", "Folding ladder", "Инструмент", "Tools", 549_000),
)

OPERATORS = {
    "ru": (("Вера Рябинина", "Поддержка"), ("Олег Вершинин", "Продажи"), ("Зоя Калинина", "Сервис")),
    "en": (("Nora Fernley", "Support"), ("Hugh Caldmore", "Sales"), ("Clara Penrose", "Service")),
}

QUEUES = {"ru": ("Склад", "Сервис"), "en": ("Warehouse", "Service")}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>AlternativeDialog</name>
    <message>
        <source>Offer an alternative</source>
        <translation>Предложить замену</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>The customer thinks it over</source>
        <translation>Клиент думает</translation>
    </message>
    <message>
        <source>The customer takes it</source>
        <translation>Клиент согласен</translation>
    </message>
    <message>
        <source>The customer declines</source>
        <translation>Клиент отказался</translation>
    </message>
    <message>
        <source>What was offered</source>
        <translation>Что предложили</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Чем кончилось</translation>
    </message>
    <message>
        <source>In the customer's words</source>
        <translation>Словами клиента</translation>
    </message>
    <message>
        <source>Write what was offered.</source>
        <translation>Напишите, что предложили.</translation>
    </message>
</context>
<context>
    <name>AnswerDesk</name>
    <message>
        <source>Report: {title}</source>
        <translation>Отчёт: {title}</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Call from {phone}</source>
        <translation>Звонок с {phone}</translation>
    </message>
    <message>
        <source>{number} is mistyped: its last digit does not fit. Ask for it again.</source>
        <translation>В номере {number} ошибка: не сходится последняя цифра. Переспросите номер.</translation>
    </message>
    <message>
        <source>There is no record under {number}.</source>
        <translation>Под номером {number} ничего нет.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The open window does not answer. Close it and start again.</source>
        <translation>Открытое окно программы не отвечает. Закройте его и запустите программу снова.</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Example data</source>
        <translation>Пример данных</translation>
    </message>
    <message>
        <source>Join an office</source>
        <translation>Подключение к офису</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Take</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Передать…</translation>
    </message>
    <message>
        <source>State…</source>
        <translation>Статус…</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Снять выделение</translation>
    </message>
    <message numerus="yes">
        <source>Selected: %n</source>
        <translation>
            <numerusform>Строк: %n</numerusform>
            <numerusform>Строк: %n</numerusform>
            <numerusform>Строк: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge and more…</source>
        <translation>Объединить и другое…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Объединить…</translation>
    </message>
</context>
<context>
    <name>BulkSteps</name>
    <message>
        <source>Common queue, no owner</source>
        <translation>Общая очередь, без ответственного</translation>
    </message>
    <message numerus="yes">
        <source>State of %n request(s)</source>
        <translation>
            <numerusform>Состояние %n заявки</numerusform>
            <numerusform>Состояние %n заявок</numerusform>
            <numerusform>Состояние %n заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>The requests are one now.</source>
        <translation>Заявки объединены.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message numerus="yes">
        <source>Copied as a table: %n row(s).</source>
        <translation>
            <numerusform>Скопирована таблицей %n строка.</numerusform>
            <numerusform>Скопированы таблицей %n строки.</numerusform>
            <numerusform>Скопировано таблицей %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>After-call work</source>
        <translation>Постобработка</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Wrap up</source>
        <translation>Оформить звонок</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Неизвестный номер</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> и ещё %n</numerusform>
            <numerusform> и ещё %n</numerusform>
            <numerusform> и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Ждёт: %1</translation>
    </message>
</context>
<context>
    <name>CallChoice</name>
    <message>
        <source>Who is calling?</source>
        <translation>Кто звонит?</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Кто-то другой</translation>
    </message>
    <message>
        <source>this number</source>
        <translation>этот номер</translation>
    </message>
    <message>
        <source>probably</source>
        <translation>вероятно</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>возможно</translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>No softphone takes numbers here: dial %1 by hand.</source>
        <translation>Программа телефонии не подключена: наберите %1 вручную.</translation>
    </message>
</context>
<context>
    <name>CallNumberDialog</name>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Номер</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>На&amp;правление</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write the number as you see it.</source>
        <translation>Введите номер так, как вы его видите.</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>Nothing of this caller is open. Register the call, or choose one of the caller's requests.</source>
        <translation>По этому звонку ничего не открыто. Зарегистрируйте заявку или выберите одну из заявок клиента.</translation>
    </message>
    <message>
        <source>Register the call</source>
        <translation>Зарегистрировать</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>Запись разговора</translation>
    </message>
    <message>
        <source>Kept with the call; the wrap-up takes them over</source>
        <translation>Хранится со звонком; войдёт в его оформление</translation>
    </message>
    <message>
        <source>Price and stock</source>
        <translation>Цена и склад</translation>
    </message>
</context>
<context>
    <name>CallScript</name>
    <message>
        <source>Say:</source>
        <translation>Скажите:</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>next  %1</source>
        <translation>дальше  %1</translation>
    </message>
</context>
<context>
    <name>CallStages</name>
    <message>
        <source>Call script: %1, %2 of %3</source>
        <translation>Скрипт: %1, %2 из %3</translation>
    </message>
</context>
<context>
    <name>CallStrip</name>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>The call is stored with request %1.</source>
        <translation>Звонок сохранён с заявкой %1.</translation>
    </message>
    <message>
        <source>The call is stored.</source>
        <translation>Звонок сохранён.</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Черновик сохранён</translation>
    </message>
</context>
<context>
    <name>CallbacksList</name>
    <message>
        <source>Promises and callbacks</source>
        <translation>Обещания и перезвоны</translation>
    </message>
    <message>
        <source>Nobody to call back, and every promise is kept.</source>
        <translation>Перезванивать некому, все обещания выполнены.</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>No phone is known for %1.</source>
        <translation>Телефон не указан: %1.</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Выполнено: %1</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>Product, code, barcode, words…</source>
        <translation>Товар, код, штрихкод, слова…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Все группы</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message numerus="yes">
        <source>To be settled, below zero: %n</source>
        <translation>
            <numerusform>Требует разбора, ниже нуля: %n</numerusform>
            <numerusform>Требует разбора, ниже нуля: %n</numerusform>
            <numerusform>Требует разбора, ниже нуля: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>first %n</source>
        <translation>
            <numerusform>первая %n</numerusform>
            <numerusform>первые %n</numerusform>
            <numerusform>первые %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or another group.</source>
        <translation>Ничего не найдено. Попробуйте меньше букв или другую группу.</translation>
    </message>
    <message>
        <source>No products yet: import a price list with Ctrl+I.</source>
        <translation>Товаров пока нет: загрузите прайс-лист через Ctrl+I.</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Promotions…</source>
        <translation>Акции…</translation>
    </message>
</context>
<context>
    <name>CataloguePane</name>
    <message>
        <source>Parts of the catalogue</source>
        <translation>Разделы каталога</translation>
    </message>
    <message>
        <source>Choose a product on the left.</source>
        <translation>Выберите товар слева.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>КП</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Choose another product and press Compare there too.</source>
        <translation>Выберите ещё один товар и нажмите «Сравнить» и там.</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Leave at least one column on.</source>
        <translation>Оставьте хотя бы один столбец.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>End the comparison</source>
        <translation>Закончить сравнение</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Акции</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидается</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>What to write</source>
        <translation>Что записать</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Draft restored</source>
        <translation>Черновик восстановлен</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Сначала напишите текст.</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>Запись разговора</translation>
    </message>
    <message>
        <source>To customer</source>
        <translation>Клиенту</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Внутренний комментарий</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>Выполнить</translation>
    </message>
    <message>
        <source>Customer not told yet</source>
        <translation>Клиент ещё не уведомлён</translation>
    </message>
    <message>
        <source>Customer was told</source>
        <translation>Клиенту сообщили устно</translation>
    </message>
    <message>
        <source>Customer was written to</source>
        <translation>Клиенту написали</translation>
    </message>
    <message>
        <source>Enter keeps the line with its time; the customer never gets it</source>
        <translation>Enter записывает строку со временем; клиенту она не уходит</translation>
    </message>
    <message>
        <source>What the customer is told</source>
        <translation>Что сообщаем клиенту</translation>
    </message>
    <message>
        <source>Only colleagues read this</source>
        <translation>Видят только сотрудники</translation>
    </message>
    <message>
        <source>What was done, in words for the customer</source>
        <translation>Что сделано — словами для клиента</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Told by phone</source>
        <translation>Сообщено по телефону</translation>
    </message>
    <message>
        <source>Copy for e-mail</source>
        <translation>Скопировать в письмо</translation>
    </message>
    <message>
        <source>Told in the chat</source>
        <translation>Сообщено в чате</translation>
    </message>
    <message>
        <source>Told in person</source>
        <translation>Сообщено лично</translation>
    </message>
    <message>
        <source>Told otherwise</source>
        <translation>Сообщено иначе</translation>
    </message>
    <message>
        <source>Price and stock</source>
        <translation>Цена и склад</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача отделу</translation>
    </message>
    <message>
        <source>What a department is asked for; the customer never reads it</source>
        <translation>Что нужно от отдела; клиент этого не увидит</translation>
    </message>
    <message>
        <source>Ask a department…</source>
        <translation>Поставить задачу…</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Confirm with the customer</source>
        <translation>Подтвердить с клиентом</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Read each line back. Put the quantity right where the customer differs; 0 takes it off.</source>
        <translation>Зачитайте каждую позицию. Исправьте количество, если клиент называет другое; 0 убирает позицию.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Заказано</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Согласовано</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>Обещано на</translation>
    </message>
    <message>
        <source>Spoke with</source>
        <translation>С кем говорили</translation>
    </message>
    <message>
        <source>What the customer said</source>
        <translation>Что сказал клиент</translation>
    </message>
    <message>
        <source>Write each quantity as a number.</source>
        <translation>Запишите каждое количество числом.</translation>
    </message>
    <message>
        <source>At least one line must stay; else cancel the order.</source>
        <translation>Должна остаться хотя бы одна позиция; иначе отмените заказ.</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Consent of the customer</source>
        <translation>Согласие клиента</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Все каналы</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>said in a call, signed form No. …</source>
        <translation>устно по телефону, подписанная анкета № …</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Цель</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>&amp;Канал</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Ответ</translation>
    </message>
    <message>
        <source>&amp;Based on</source>
        <translation>О&amp;снование</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write how the customer agreed: it must be provable.</source>
        <translation>Укажите, как получено согласие: его нужно уметь подтвердить.</translation>
    </message>
</context>
<context>
    <name>ContactRow</name>
    <message>
        <source>Remove the contact</source>
        <translation>Удалить контакт</translation>
    </message>
</context>
<context>
    <name>ContactRows</name>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Добавить контакт</translation>
    </message>
    <message>
        <source>Cannot be dialled as it stands; it is kept as typed.</source>
        <translation>По такому номеру не позвонить; он сохранён, как введён.</translation>
    </message>
    <message>
        <source>No @ in the address; it is kept as typed.</source>
        <translation>В адресе нет @; он сохранён, как введён.</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct the order</source>
        <translation>Исправить заказ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Product or code; Enter adds it</source>
        <translation>Товар или код; Enter добавляет</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>Enter goes on, Delete takes a line away</source>
        <translation>Enter — дальше, Delete убирает позицию</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Почему, в двух словах</translation>
    </message>
    <message>
        <source>At least one line must stay; else cancel the order.</source>
        <translation>Должна остаться хотя бы одна позиция; иначе отмените заказ.</translation>
    </message>
</context>
<context>
    <name>CurrentRecord</name>
    <message>
        <source>Nothing with a number is open. Choose a request or an order first.</source>
        <translation>Нет открытой записи с номером. Сначала выберите заявку или заказ.</translation>
    </message>
    <message>
        <source>{number} is in the clipboard.</source>
        <translation>Номер {number} скопирован.</translation>
    </message>
    <message>
        <source>No saved request is open. Choose one in the list first.</source>
        <translation>Нет открытой заявки. Сначала выберите её в списке.</translation>
    </message>
    <message>
        <source>Receipt slip {number}</source>
        <translation>Талон {number}</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Promised by %1, overdue: %2</source>
        <translation>Обещали до %1, просрочено: %2</translation>
    </message>
    <message>
        <source>Promised by %1: %2</source>
        <translation>Обещали до %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n late order(s)</source>
        <translation>
            <numerusform>%n заказ опаздывает</numerusform>
            <numerusform>%n заказа опаздывают</numerusform>
            <numerusform>%n заказов опаздывают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) on the way</source>
        <translation>
            <numerusform>%n заказ в пути</numerusform>
            <numerusform>%n заказа в пути</numerusform>
            <numerusform>%n заказов в пути</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s)</source>
        <translation>
            <numerusform>%n открытая заявка</numerusform>
            <numerusform>%n открытые заявки</numerusform>
            <numerusform>%n открытых заявок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerCardPane</name>
    <message>
        <source>Customer card</source>
        <translation>Карточка клиента</translation>
    </message>
    <message>
        <source>Choose a customer, or make a new card.</source>
        <translation>Выберите клиента или заведите новую карточку.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Changes to this card are not saved yet.</source>
        <translation>Изменения в карточке ещё не сохранены.</translation>
    </message>
    <message>
        <source>The caller's card is ready; what you type here is kept.</source>
        <translation>Карточка звонящего готова; набранное здесь сохранится.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отменить правку</translation>
    </message>
    <message>
        <source>The card is hidden from lists.</source>
        <translation>Карточка скрыта из списков.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>CustomerField</name>
    <message>
        <source>Name, phone or e-mail; may come later</source>
        <translation>Имя, телефон или почта; можно позже</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Nobody found. F3 makes a new card; the request keeps.</source>
        <translation>Никто не найден. F3 — новая карточка; заявка сохранится.</translation>
    </message>
</context>
<context>
    <name>CustomerFormPane</name>
    <message>
        <source>Edit the card</source>
        <translation>Изменить карточку</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Draft restored</source>
        <translation>Черновик восстановлен</translation>
    </message>
    <message>
        <source>Write a name, or a phone below.</source>
        <translation>Укажите имя или ниже телефон.</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>The check digits do not fit; it is kept as typed.</source>
        <translation>Контрольные цифры не сходятся; ИНН сохранён, как введён.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Имя или название</translation>
    </message>
    <message>
        <source>How to address</source>
        <translation>Как обращаться</translation>
    </message>
    <message>
        <source>&amp;City</source>
        <translation>&amp;Город</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>&amp;Preferences, as “call after 12”</source>
        <translation>&amp;Пожелания, например «звонить после 12»</translation>
    </message>
    <message>
        <source>&amp;Warning, shown first</source>
        <translation>В&amp;ажно знать, видно первым</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Заметка</translation>
    </message>
    <message>
        <source>&amp;Tags, with commas between</source>
        <translation>&amp;Метки, через запятую</translation>
    </message>
    <message>
        <source>As the company</source>
        <translation>Как у компании</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>CustomerHiding</name>
    <message>
        <source>The card is hidden from lists.</source>
        <translation>Карточка скрыта из списков.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>CustomerMerging</name>
    <message>
        <source>The two cards are one now.</source>
        <translation>Карточки объединены.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Each card has its own again.</source>
        <translation>Карточки снова разделены.</translation>
    </message>
</context>
<context>
    <name>CustomerTable</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n открытая</numerusform>
            <numerusform>%n открытые</numerusform>
            <numerusform>%n открытых</numerusform>
        </translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без имени</translation>
    </message>
</context>
<context>
    <name>CustomerTwins</name>
    <message>
        <source>No name</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>Merged with: %1 · Separate…</source>
        <translation>Объединена с: %1 · Разделить…</translation>
    </message>
    <message>
        <source>Separate %1</source>
        <translation>Отделить: %1</translation>
    </message>
</context>
<context>
    <name>CustomerView</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Hide the card from lists</source>
        <translation>Скрыть карточку из списков</translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation>Изменить карточку</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Открытые заявки</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Создать %1</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Обещания</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>No contacts yet: add a phone</source>
        <translation>Контактов нет: добавьте телефон</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>customer since %1</source>
        <translation>клиент с %1</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>все каналы</translation>
    </message>
    <message>
        <source>agreed: %1</source>
        <translation>согласие: %1</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>no consent</source>
        <translation>согласия нет</translation>
    </message>
    <message>
        <source>Quotes and invoices</source>
        <translation>КП и счета</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Новое КП</translation>
    </message>
</context>
<context>
    <name>CustomerWord</name>
    <message>
        <source>Customer's word</source>
        <translation>Сообщение клиента</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>What the customer wrote or said</source>
        <translation>Что клиент написал или сказал</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Write down what the customer said.</source>
        <translation>Запишите, что сообщил клиент.</translation>
    </message>
</context>
<context>
    <name>CustomersPane</name>
    <message numerus="yes">
        <source>first %n</source>
        <translation>
            <numerusform>первый %n</numerusform>
            <numerusform>первые %n</numerusform>
            <numerusform>первые %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody found. Try a part of the name or of the phone.</source>
        <translation>Никто не найден. Попробуйте часть имени или телефона.</translation>
    </message>
    <message>
        <source>No customers yet: make the first card, or import a table.</source>
        <translation>Клиентов пока нет: заведите первую карточку или загрузите таблицу.</translation>
    </message>
    <message>
        <source>Name, phone, mail, city…</source>
        <translation>Имя, телефон, почта, город…</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Объединить…</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Address or way of delivery</source>
        <translation>Адрес или способ доставки</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Перевозчик</translation>
    </message>
    <message>
        <source>Number of the parcel</source>
        <translation>Номер отправления</translation>
    </message>
</context>
<context>
    <name>DemandRulesDialog</name>
    <message>
        <source>Deadlines of demands</source>
        <translation>Сроки по требованиям</translation>
    </message>
    <message>
        <source>Days, or months with “m”. A later day in force makes a new row; then change its days.</source>
        <translation>Дни, или месяцы с буквой «м». Более поздний день действия создаёт новую строку; затем измените в ней срок.</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Требование</translation>
    </message>
    <message>
        <source>Our deadline</source>
        <translation>Наш срок</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Действует с</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>По</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 м</translation>
    </message>
    <message>
        <source>Write days as a number, dates as 2026-12-31.</source>
        <translation>Срок — числом, даты — как 2026-12-31.</translation>
    </message>
    <message>
        <source>Buyer's time</source>
        <translation>Срок покупателя</translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message>
        <source>Due date by hand</source>
        <translation>Срок вручную</translation>
    </message>
    <message>
        <source>Set the date</source>
        <translation>Задать срок</translation>
    </message>
    <message>
        <source>It beats the rules and knows no pause.</source>
        <translation>Действует вместо правил и не встаёт на паузу.</translation>
    </message>
    <message>
        <source>Solve by</source>
        <translation>Решить до</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>By the rules again</source>
        <translation>Снова по правилам</translation>
    </message>
    <message>
        <source>Write why the date is another one.</source>
        <translation>Укажите, почему срок другой.</translation>
    </message>
</context>
<context>
    <name>DueField</name>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>in an hour</source>
        <translation>через час</translation>
    </message>
    <message>
        <source>tomorrow 10:00</source>
        <translation>завтра в 10:00</translation>
    </message>
</context>
<context>
    <name>DueLine</name>
    <message>
        <source>Why?</source>
        <translation>Как посчитан?</translation>
    </message>
    <message>
        <source>Why is it due then?</source>
        <translation>Как посчитан срок?</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Срока нет.</translation>
    </message>
</context>
<context>
    <name>DuplicateStrip</name>
    <message>
        <source>Maybe this card is there already:</source>
        <translation>Возможно, такая карточка уже есть:</translation>
    </message>
    <message>
        <source>Merge with this card…</source>
        <translation>Объединить с этой карточкой…</translation>
    </message>
    <message>
        <source>Merge with %1</source>
        <translation>Объединить с: %1</translation>
    </message>
</context>
<context>
    <name>EntryBanner</name>
    <message>
        <source>Also entered: %1</source>
        <translation>Также введено: %1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Puts this entry in the place of what is</source>
        <translation>Ставит это значение на место нынешнего</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>%who entered “%entered” on %when; now it is “%present”.</source>
        <translation>%who: «%entered», введено %when; сейчас «%present».</translation>
    </message>
    <message>
        <source>Another station entered “%entered” on %when; now it is “%present”.</source>
        <translation>С другого рабочего места %when введено «%entered»; сейчас «%present».</translation>
    </message>
</context>
<context>
    <name>ExchangeBanners</name>
    <message>
        <source>The hub is gone; your work is safe here</source>
        <translation>Узел обмена пропал; ваша работа здесь цела</translation>
    </message>
    <message>
        <source>The hub does not answer; your work is safe here</source>
        <translation>Узел обмена не отвечает; ваша работа здесь цела</translation>
    </message>
    <message>
        <source>The hub is full; your work is safe here</source>
        <translation>Место узла обмена кончилось; ваша работа здесь цела</translation>
    </message>
    <message>
        <source>The hub is read-only; your work is safe here</source>
        <translation>Узел обмена только для чтения; ваша работа здесь цела</translation>
    </message>
    <message>
        <source>The hub is held by another station</source>
        <translation>Узел обмена занят другим рабочим местом</translation>
    </message>
    <message>
        <source>The other stations have a newer program: install it here too</source>
        <translation>На других местах программа новее: установите её и здесь</translation>
    </message>
    <message>
        <source>The hub belongs to another office</source>
        <translation>Узел обмена принадлежит другому офису</translation>
    </message>
    <message>
        <source>Not exchanged with the other stations; your work is safe here</source>
        <translation>Обмена с другими рабочими местами нет; ваша работа здесь цела</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Хорошо</translation>
    </message>
    <message>
        <source>This computer's clock is %1 ahead</source>
        <translation>Часы этого компьютера спешат на %1</translation>
    </message>
    <message>
        <source>This computer's clock is %1 behind</source>
        <translation>Часы этого компьютера отстают на %1</translation>
    </message>
    <message>
        <source>A copy of the hub lay beside it: what it held is in the office now, the copy was moved aside</source>
        <translation>Рядом с узлом обмена лежала его копия: её содержимое учтено, копия отложена в сторону</translation>
    </message>
    <message>
        <source>Set it by the system's settings. Until then the times of what you enter here are wrong.</source>
        <translation>Поставьте их в настройках системы. До тех пор время того, что вы вводите здесь, неверно.</translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message>
        <source>Exchanged with the other stations by itself.</source>
        <translation>Обмен с другими рабочими местами идёт сам.</translation>
    </message>
    <message>
        <source>Not exchanged yet</source>
        <translation>Обмена ещё не было</translation>
    </message>
    <message>
        <source>Synced just now</source>
        <translation>Обновлено только что</translation>
    </message>
    <message numerus="yes">
        <source>Synced %n s ago</source>
        <translation>
            <numerusform>Обновлено %n с назад</numerusform>
            <numerusform>Обновлено %n с назад</numerusform>
            <numerusform>Обновлено %n с назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synced %n min ago</source>
        <translation>
            <numerusform>Обновлено %n мин назад</numerusform>
            <numerusform>Обновлено %n мин назад</numerusform>
            <numerusform>Обновлено %n мин назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synced %n h ago</source>
        <translation>
            <numerusform>Обновлено %n ч назад</numerusform>
            <numerusform>Обновлено %n ч назад</numerusform>
            <numerusform>Обновлено %n ч назад</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Открыть настройки</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Delete removes the filter</source>
        <translation>Delete снимает отбор</translation>
    </message>
</context>
<context>
    <name>FirstStartDialog</name>
    <message>
        <source>Helpdesk: first start</source>
        <translation>Helpdesk: первый запуск</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
    </message>
    <message>
        <source>A few answers, and the first request can be taken.</source>
        <translation>Несколько ответов — и можно принимать первую заявку.</translation>
    </message>
    <message>
        <source>Everything is kept in {folder}</source>
        <translation>Всё хранится в {folder}</translation>
    </message>
    <message>
        <source>Try with example data; it is removed again with one button</source>
        <translation>Попробовать на примере данных; он удаляется одной кнопкой</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Компания</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>&amp;Ваше имя</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Часовой пояс</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>Ва&amp;люта</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write it here: it stands on what you print.</source>
        <translation>Укажите название: оно печатается на документах.</translation>
    </message>
    <message>
        <source>Write your name: it stands beside what you do.</source>
        <translation>Укажите имя: оно стоит рядом с вашими действиями.</translation>
    </message>
    <message>
        <source>Example data: {count} of {total}</source>
        <translation>Пример данных: {count} из {total}</translation>
    </message>
    <message>
        <source>Join the office of other computers…</source>
        <translation>Подключиться к офису других компьютеров…</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>Найти в справке</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Темы</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Что делает</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>пока пусто</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Identity confirmed</source>
        <translation>Личность подтверждена</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Without it only the stage and the date are read out.</source>
        <translation>Без этого называют только этап и дату.</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Кто говорит</translation>
    </message>
    <message>
        <source>How it was made sure</source>
        <translation>Как убедились</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a table</source>
        <translation>Импорт таблицы</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>Файл не выбран</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Try without storing</source>
        <translation>Пробный прогон</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Choose a CSV or XLSX file: its first rows are shown before anything is stored.</source>
        <translation>Выберите файл CSV или XLSX: сначала будут показаны его первые строки.</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)</source>
        <translation>Таблицы (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Выберите таблицу</translation>
    </message>
    <message>
        <source>The mapping “%1” is kept.</source>
        <translation>Сопоставление «%1» сохранено.</translation>
    </message>
    <message>
        <source>Trying</source>
        <translation>Пробный прогон</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Stopped. Nothing was stored.</source>
        <translation>Остановлено. Ничего не сохранено.</translation>
    </message>
    <message>
        <source>Stopped. What was stored before stays; the same import run again goes on from there.</source>
        <translation>Остановлено. Уже сохранённое осталось; повторный импорт того же файла продолжит с этого места.</translation>
    </message>
</context>
<context>
    <name>ImportKindRow</name>
    <message>
        <source>Save the mapping</source>
        <translation>Сохранить сопоставление</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>Определить автоматически</translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation>Название сопоставления</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>Что в строках</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Сопоставление</translation>
    </message>
    <message>
        <source>Keep the mapping for next time</source>
        <translation>Сохранить сопоставление на будущее</translation>
    </message>
</context>
<context>
    <name>ImportOptions</name>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Первая строка</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Даты</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Дробная часть</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Запятая ,</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>Точка с запятой ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Табуляция</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Черта |</translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message>
        <source>Tried, nothing stored. Rows: %1</source>
        <translation>Пробный прогон, ничего не сохранено. Строк: %1</translation>
    </message>
    <message>
        <source>Done. Rows: %1</source>
        <translation>Готово. Строк: %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>новых: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>изменено: %1</translation>
    </message>
    <message>
        <source>as before: %1</source>
        <translation>без изменений: %1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>отклонено: %1</translation>
    </message>
    <message>
        <source>warnings: %1</source>
        <translation>предупреждений: %1</translation>
    </message>
    <message>
        <source>Refused rows: %1</source>
        <translation>Отклонённые строки: %1</translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>First rows of the table</source>
        <translation>Первые строки таблицы</translation>
    </message>
</context>
<context>
    <name>Intervals</name>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>Раб. время</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>стоит</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>версия %1</translation>
    </message>
</context>
<context>
    <name>InvoiceView</name>
    <message>
        <source>Payment came…</source>
        <translation>Поступила оплата…</translation>
    </message>
    <message>
        <source>Cancel the invoice…</source>
        <translation>Отменить счёт…</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Choose an invoice on the left.</source>
        <translation>Выберите счёт слева.</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Счёт %1</translation>
    </message>
    <message>
        <source>%1 to be paid</source>
        <translation>К оплате %1</translation>
    </message>
    <message>
        <source>%1, %2 came, %3 left</source>
        <translation>%1, поступило %2, осталось %3</translation>
    </message>
    <message>
        <source>%1. Mind the cash receipt in the accounting system.</source>
        <translation>%1. Не забудьте кассовый чек в учётной системе.</translation>
    </message>
    <message>
        <source>Cancel the invoice</source>
        <translation>Отмена счёта</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
</context>
<context>
    <name>JoinOfficeDialog</name>
    <message>
        <source>Join an office</source>
        <translation>Подключение к офису</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>The company, its customers and requests come from the other computers of the office.</source>
        <translation>Компания, её клиенты и заявки придут с других компьютеров офиса.</translation>
    </message>
    <message>
        <source>file on the office server, or postgresql://…</source>
        <translation>файл на сервере офиса или postgresql://…</translation>
    </message>
    <message>
        <source>&amp;Hub of the office</source>
        <translation>&amp;Узел обмена офиса</translation>
    </message>
    <message>
        <source>&amp;Passphrase, invitation or recovery key</source>
        <translation>&amp;Пароль, приглашение или ключ восстановления</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ваше &amp;имя</translation>
    </message>
    <message>
        <source>Ask whoever set up the office where the hub is.</source>
        <translation>Спросите у того, кто настраивал офис, где узел.</translation>
    </message>
    <message>
        <source>Ask whoever set up the office.</source>
        <translation>Спросите у того, кто настраивал офис.</translation>
    </message>
    <message>
        <source>Write your name: it stands beside what you do.</source>
        <translation>Напишите своё имя: оно стоит рядом с тем, что вы делаете.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) and changes so far</source>
        <translation>
            <numerusform>Получено: %n запись или изменение</numerusform>
            <numerusform>Получено: %n записи и изменения</numerusform>
            <numerusform>Получено: %n записей и изменений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptSettings</name>
    <message>
        <source>Kept settings</source>
        <translation>Сохранённые настройки</translation>
    </message>
    <message>
        <source>Keep the present settings…</source>
        <translation>Сохранить эти настройки…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep the present settings</source>
        <translation>Сохранить эти настройки</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Invite a newcomer…</source>
        <translation>Пригласить новичка…</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>Новый ключ восстановления…</translation>
    </message>
    <message>
        <source>Withdraw invitations</source>
        <translation>Отозвать приглашения</translation>
    </message>
    <message>
        <source>&amp;New passphrase of the office</source>
        <translation>&amp;Новая парольная фраза офиса</translation>
    </message>
    <message>
        <source>New passphrase aga&amp;in</source>
        <translation>Новая фраза &amp;ещё раз</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Сменить фразу</translation>
    </message>
    <message>
        <source>Stations that have joined go on without asking. These are for those who join later.</source>
        <translation>Рабочие места, которые уже присоединились, ничего не спрашивают. Это для тех, кто присоединится позже.</translation>
    </message>
    <message>
        <source>Ways into the office</source>
        <translation>Вход в офис</translation>
    </message>
    <message>
        <source>Read it out or send it to the newcomer: it is typed in the place of the passphrase, and lets one computer in. It is shown only now.</source>
        <translation>Продиктуйте или перешлите новичку: код вводят вместо парольной фразы, он впускает один компьютер. Показывается только сейчас.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Приглашение</translation>
    </message>
    <message>
        <source>Print it and lock it away: it opens the office when the passphrase is lost. It is shown only now; the key printed before is void.</source>
        <translation>Напечатайте и заприте: ключ откроет офис, если фраза потеряна. Показывается только сейчас; напечатанный раньше больше не действует.</translation>
    </message>
    <message>
        <source>Recovery key of the office</source>
        <translation>Ключ восстановления офиса</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>Invitations that nobody used are void.</source>
        <translation>Неиспользованные приглашения больше не действуют.</translation>
    </message>
    <message>
        <source>Without it nobody could join.</source>
        <translation>Без неё никто не сможет присоединиться.</translation>
    </message>
    <message>
        <source>The two differ. Type it once more.</source>
        <translation>Они различаются. Введите ещё раз.</translation>
    </message>
    <message>
        <source>The office is joined by the new passphrase from now on.</source>
        <translation>Теперь к офису присоединяются по новой фразе.</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>Lines of the order</source>
        <translation>Позиции заказа</translation>
    </message>
</context>
<context>
    <name>MailText</name>
    <message>
        <source>Text for the customer</source>
        <translation>Текст для клиента</translation>
    </message>
    <message>
        <source>Copy and mark as mailed</source>
        <translation>Скопировать и отметить отправку</translation>
    </message>
    <message>
        <source>Send it from your mail to %1.</source>
        <translation>Отправьте из своей почты на %1.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Example data: invented people and orders to try everything on.</source>
        <translation>Пример данных: вымышленные люди и заказы, чтобы всё попробовать.</translation>
    </message>
    <message>
        <source>Remove example data…</source>
        <translation>Удалить пример…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Remove the example data?</source>
        <translation>Удалить пример данных?</translation>
    </message>
    <message>
        <source>Everything in this workplace goes, also what you entered; company and operators stay.</source>
        <translation>Удалится всё на этом рабочем месте, в том числе введённое вами; компания и операторы останутся.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Report: {title}</source>
        <translation>Отчёт: {title}</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
</context>
<context>
    <name>MappingHead</name>
    <message>
        <source>— leave out —</source>
        <translation>— не брать —</translation>
    </message>
    <message>
        <source>Field of the column %1</source>
        <translation>Поле столбца %1</translation>
    </message>
</context>
<context>
    <name>MatterBanner</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Разобрано</translation>
    </message>
    <message>
        <source>It is in order now, at every station</source>
        <translation>Теперь в порядке, на всех рабочих местах</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two cards of one customer</source>
        <translation>Объединить две карточки одного клиента</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Keep the other card instead</source>
        <translation>Оставить другую карточку</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n контакт</numerusform>
            <numerusform>%n контакта</numerusform>
            <numerusform>%n контактов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n заявка</numerusform>
            <numerusform>%n заявки</numerusform>
            <numerusform>%n заявок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>Comes along: %1. Calls and promises too.</source>
        <translation>Переходит: %1, а также звонки и обещания.</translation>
    </message>
    <message>
        <source>The other card still finds this one, and can be separated at any time.</source>
        <translation>Другая карточка по-прежнему находит эту, и её можно отделить в любой момент.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>остаётся</translation>
    </message>
    <message>
        <source>is taken in</source>
        <translation>вливается</translation>
    </message>
    <message>
        <source>both</source>
        <translation>оба</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Обращение</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Пожелания</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>OfficeDesk</name>
    <message>
        <source>Exchange now</source>
        <translation>Обменяться сейчас</translation>
    </message>
    <message>
        <source>To be settled…</source>
        <translation>Требует разбора…</translation>
    </message>
    <message>
        <source>Stations and hub…</source>
        <translation>Рабочие места и узел обмена…</translation>
    </message>
    <message numerus="yes">
        <source>To be settled %n</source>
        <translation>
            <numerusform>Требует разбора: %n</numerusform>
            <numerusform>Требует разбора: %n</numerusform>
            <numerusform>Требует разбора: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overwritten %n</source>
        <translation>
            <numerusform>Перекрыто: %n</numerusform>
            <numerusform>Перекрыто: %n</numerusform>
            <numerusform>Перекрыто: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeMatters</name>
    <message>
        <source>To be settled</source>
        <translation>Требует разбора</translation>
    </message>
    <message>
        <source>Nothing is to be settled.</source>
        <translation>Разбирать нечего.</translation>
    </message>
    <message>
        <source>Two did at once what only one can. The same list stands at every station.</source>
        <translation>Двое одновременно сделали то, что может сделать один. На всех рабочих местах список один и тот же.</translation>
    </message>
    <message>
        <source>Broken at once</source>
        <translation>Столкнулись</translation>
    </message>
    <message>
        <source>Two people changed one field unseen of each other. The later entry stands, this one was kept.</source>
        <translation>Двое изменили одно поле, не видя друг друга. Действует более позднее, это сохранено.</translation>
    </message>
    <message>
        <source>Overwritten entries</source>
        <translation>Перекрытые записи</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeSection</name>
    <message>
        <source>Other stations</source>
        <translation>Другие рабочие места</translation>
    </message>
    <message>
        <source>Stations of one company exchange through a file on the office's file server, or through PostgreSQL. Name the place where it shall stand; the other computers join it at their first start.</source>
        <translation>Рабочие места одной компании обмениваются через файл на файловом сервере офиса или через PostgreSQL. Укажите, где он будет лежать; другие компьютеры подключаются при первом запуске.</translation>
    </message>
    <message>
        <source>\\server\helpdesk\office.hub or postgresql://…</source>
        <translation>\\server\helpdesk\office.hub или postgresql://…</translation>
    </message>
    <message>
        <source>F&amp;ile or address</source>
        <translation>&amp;Файл или адрес</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the office</source>
        <translation>&amp;Пароль офиса</translation>
    </message>
    <message>
        <source>Passphrase a&amp;gain</source>
        <translation>Пароль ещё &amp;раз</translation>
    </message>
    <message>
        <source>Begin to exchange</source>
        <translation>Начать обмен</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Обменяться сейчас</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Сжать</translation>
    </message>
    <message>
        <source>Make the hub anew…</source>
        <translation>Создать узел заново…</translation>
    </message>
    <message>
        <source>Leave the office…</source>
        <translation>Выйти из офиса…</translation>
    </message>
    <message>
        <source>&amp;Move to another file or server</source>
        <translation>&amp;Перенести в другой файл или на сервер</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё не было</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Узел обмена</translation>
    </message>
    <message>
        <source>Numbers of this station</source>
        <translation>Номера этого места</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>Size of the hub</source>
        <translation>Размер узла</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 КБ</translation>
    </message>
    <message>
        <source>Overwritten entries</source>
        <translation>Перекрытые записи</translation>
    </message>
    <message>
        <source>To be settled…</source>
        <translation>Требует разбора…</translation>
    </message>
    <message>
        <source>Name a file in a folder that all stations reach.</source>
        <translation>Укажите файл в папке, доступной всем рабочим местам.</translation>
    </message>
    <message>
        <source>Without it nobody could join.</source>
        <translation>Без него никто не сможет подключиться.</translation>
    </message>
    <message>
        <source>The two differ. Type it once more.</source>
        <translation>Пароли различаются. Введите ещё раз.</translation>
    </message>
    <message>
        <source>Publishing this workplace</source>
        <translation>Публикация рабочего места</translation>
    </message>
    <message>
        <source>Exchanging</source>
        <translation>Обмен</translation>
    </message>
    <message numerus="yes">
        <source>The hub is whole: %n batch(es) read.</source>
        <translation>
            <numerusform>Узел цел: прочитан %n пакет.</numerusform>
            <numerusform>Узел цел: прочитано %n пакета.</numerusform>
            <numerusform>Узел цел: прочитано %n пакетов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub is damaged at %1 places and lacks %2 batches. The next exchange puts back what is known.</source>
        <translation>Узел повреждён в %1 местах, не хватает пакетов: %2. При следующем обмене вернётся всё, что известно.</translation>
    </message>
    <message>
        <source>Compacting the hub</source>
        <translation>Сжатие узла</translation>
    </message>
    <message>
        <source>Name the file or the server to move to.</source>
        <translation>Укажите файл или сервер, куда перенести.</translation>
    </message>
    <message>
        <source>Moving the hub</source>
        <translation>Перенос узла</translation>
    </message>
    <message>
        <source>Make the hub anew from what this station knows?</source>
        <translation>Создать узел заново из того, что знает это рабочее место?</translation>
    </message>
    <message>
        <source>Do this where the file is gone or damaged. What other stations know comes back from them.</source>
        <translation>Нужно, если файл пропал или повреждён. То, что знают другие рабочие места, вернётся от них.</translation>
    </message>
    <message>
        <source>Make anew</source>
        <translation>Создать заново</translation>
    </message>
    <message>
        <source>Making the hub anew</source>
        <translation>Создание узла заново</translation>
    </message>
    <message>
        <source>Leave the office?</source>
        <translation>Выйти из офиса?</translation>
    </message>
    <message>
        <source>Everything stays here; nothing is exchanged any more. To come back, a new workplace joins.</source>
        <translation>Всё остаётся здесь, но обмена больше нет. Чтобы вернуться, подключают новое рабочее место.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Рабочих мест</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The database {file} is damaged, and no backup is sound. Keep the file and ask for support.</source>
        <translation>База {file} повреждена, исправной резервной копии нет. Сохраните файл и обратитесь в поддержку.</translation>
    </message>
    <message>
        <source>The database {file} is damaged. The newest sound backup is {backup}. Opening it sets the damaged file aside; what was entered after the backup has to be entered again.</source>
        <translation>База {file} повреждена. Последняя исправная копия: {backup}. При её открытии повреждённый файл сохранится отдельно; введённое после копии придётся ввести снова.</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Открыть копию</translation>
    </message>
</context>
<context>
    <name>OperatorChoice</name>
    <message>
        <source>Who is working?</source>
        <translation>Кто работает?</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Операторы</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>OrderActs</name>
    <message>
        <source>Answer of %1</source>
        <translation>Ответ: %1</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>Сохранить ответ</translation>
    </message>
    <message>
        <source>Write what the department answered.</source>
        <translation>Напишите, что ответил отдел.</translation>
    </message>
    <message>
        <source>The customer need not be told</source>
        <translation>Клиента не нужно уведомлять</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Не требуется</translation>
    </message>
    <message>
        <source>The card has no phone.</source>
        <translation>В карточке нет телефона.</translation>
    </message>
    <message>
        <source>Status of order %1</source>
        <translation>Состояние заказа %1</translation>
    </message>
</context>
<context>
    <name>OrderBoard</name>
    <message>
        <source>Kind of order</source>
        <translation>Вид заказа</translation>
    </message>
    <message>
        <source>Ctrl and an arrow move a card</source>
        <translation>Ctrl и стрелка двигают карточку</translation>
    </message>
    <message>
        <source>, %1 more</source>
        <translation>, ещё %1</translation>
    </message>
</context>
<context>
    <name>OrderBulk</name>
    <message>
        <source>%1: why?</source>
        <translation>%1: почему?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Change the stage</source>
        <translation>Сменить этап</translation>
    </message>
    <message>
        <source>Say why in a few words: it stays in the history.</source>
        <translation>Напишите коротко почему: это останется в истории.</translation>
    </message>
    <message numerus="yes">
        <source>Copied as a table: %n row(s).</source>
        <translation>
            <numerusform>Скопирована таблицей: %n строка.</numerusform>
            <numerusform>Скопированы таблицей: %n строки.</numerusform>
            <numerusform>Скопировано таблицей: %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderBulkBar</name>
    <message>
        <source>Stage…</source>
        <translation>Этап…</translation>
    </message>
    <message>
        <source>Customers were told</source>
        <translation>Клиенты уведомлены</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Копировать таблицей</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Снять выделение</translation>
    </message>
    <message numerus="yes">
        <source>Selected: %n</source>
        <translation>
            <numerusform>Выбрано: %n</numerusform>
            <numerusform>Выбрано: %n</numerusform>
            <numerusform>Выбрано: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderCalendar</name>
    <message>
        <source>Month before</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Orders of the day</source>
        <translation>Заказы дня</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderCardView</name>
    <message>
        <source>Set date…</source>
        <translation>Изменить дату…</translation>
    </message>
    <message>
        <source>Cancel the order…</source>
        <translation>Отменить заказ…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Call the customer</source>
        <translation>Позвонить клиенту</translation>
    </message>
    <message>
        <source>Message to the customer</source>
        <translation>Написать клиенту</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Ещё…</translation>
    </message>
    <message>
        <source>Order without lines</source>
        <translation>Заказ без позиций</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Клиент не указан</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опаздывает</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>Подтвердить…</translation>
    </message>
    <message>
        <source>Begin assembling</source>
        <translation>Начать сборку</translation>
    </message>
    <message>
        <source>Shipped today</source>
        <translation>Отгружен сегодня</translation>
    </message>
    <message>
        <source>Delivered today</source>
        <translation>Доставлен сегодня</translation>
    </message>
    <message>
        <source>Confirmation call, line by line…</source>
        <translation>Подтверждение по позициям…</translation>
    </message>
    <message>
        <source>Part left or arrived…</source>
        <translation>Отправлена или доставлена часть…</translation>
    </message>
    <message>
        <source>Offer an alternative…</source>
        <translation>Предложить замену…</translation>
    </message>
    <message>
        <source>Correct the lines…</source>
        <translation>Исправить позиции…</translation>
    </message>
    <message>
        <source>Delivery and carrier…</source>
        <translation>Доставка и перевозчик…</translation>
    </message>
    <message>
        <source>Task for a department…</source>
        <translation>Задача отделу…</translation>
    </message>
    <message>
        <source>Problem with the order…</source>
        <translation>Проблема с заказом…</translation>
    </message>
    <message>
        <source>Print the status slip</source>
        <translation>Напечатать талон состояния</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Копировать номер</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Нужен к</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Обещан к</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Отгружен</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлен</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Позиции</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>%1, first promised for %2</source>
        <translation>%1, сначала обещали на %2</translation>
    </message>
    <message>
        <source>Discount %1</source>
        <translation>Скидка %1</translation>
    </message>
</context>
<context>
    <name>OrderDelivery</name>
    <message>
        <source>Wanted by</source>
        <translation>Нужен к</translation>
    </message>
    <message>
        <source>&amp;Address or way of delivery</source>
        <translation>&amp;Адрес или способ доставки</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Примечание</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>&amp;Kind of order</source>
        <translation>&amp;Вид заказа</translation>
    </message>
    <message>
        <source>Hours &amp;from</source>
        <translation>&amp;С часа</translation>
    </message>
    <message>
        <source>Hours &amp;to</source>
        <translation>&amp;До часа</translation>
    </message>
</context>
<context>
    <name>OrderEntry</name>
    <message>
        <source>Name, phone or company</source>
        <translation>Имя, телефон или компания</translation>
    </message>
    <message>
        <source>Product or code; Enter adds it</source>
        <translation>Товар или код; Enter добавляет</translation>
    </message>
    <message>
        <source>Register the order</source>
        <translation>Оформить заказ</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Клиент</translation>
    </message>
    <message>
        <source>&amp;Products</source>
        <translation>&amp;Товары</translation>
    </message>
    <message>
        <source>Enter goes on, Delete takes a line away</source>
        <translation>Enter — дальше, Delete — убрать позицию</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Add at least one product.</source>
        <translation>Добавьте хотя бы один товар.</translation>
    </message>
    <message>
        <source>Choose the customer from the list.</source>
        <translation>Выберите клиента из списка.</translation>
    </message>
    <message>
        <source>Draft restored</source>
        <translation>Черновик восстановлен</translation>
    </message>
    <message>
        <source>An unfinished order for %1 is open: register it, or start anew.</source>
        <translation>Открыт неоформленный заказ, клиент: %1. Оформите его или начните заново.</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Order %1 is registered.</source>
        <translation>Заказ %1 оформлен.</translation>
    </message>
    <message>
        <source>This is missing.</source>
        <translation>Не заполнено.</translation>
    </message>
</context>
<context>
    <name>OrderFacts</name>
    <message>
        <source>Wanted</source>
        <translation>Желаемый срок</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Leaves on</source>
        <translation>Уезжает</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Отправлен</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлен</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Перевозчик</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Отвечает</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Позиции</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Исправить…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>%1, first promised for %2</source>
        <translation>%1, впервые обещан на %2</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Отследить</translation>
    </message>
    <message>
        <source>Discount %1</source>
        <translation>Скидка %1</translation>
    </message>
    <message>
        <source>promised for %1</source>
        <translation>обещано на %1</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>отправлено %1 из %2</translation>
    </message>
    <message>
        <source>%1 of %2 arrived</source>
        <translation>доставлено %1 из %2</translation>
    </message>
</context>
<context>
    <name>OrderHistory</name>
    <message>
        <source>The order was taken down</source>
        <translation>Заказ принят</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>Исправлено: %1</translation>
    </message>
    <message>
        <source>Read back to the customer, line by line</source>
        <translation>Сверено с клиентом по позициям</translation>
    </message>
    <message>
        <source>Task for %1</source>
        <translation>Задача: %1</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1: ответ</translation>
    </message>
    <message>
        <source>Identity confirmed: %1, %2</source>
        <translation>Личность подтверждена: %1, %2</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>%1: %2, before %3</source>
        <translation>%1: %2, было %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, in part</source>
        <translation>%1, частично</translation>
    </message>
    <message>
        <source>%1, the customer agreed</source>
        <translation>%1, клиент согласен</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>количество</translation>
    </message>
    <message>
        <source>price</source>
        <translation>цена</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>скидка</translation>
    </message>
    <message>
        <source>line</source>
        <translation>позиция</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>доставка</translation>
    </message>
    <message>
        <source>wanted day</source>
        <translation>желаемый день</translation>
    </message>
    <message>
        <source>Offered and taken: %1</source>
        <translation>Предложено и принято: %1</translation>
    </message>
    <message>
        <source>Offered and declined: %1</source>
        <translation>Предложено и отклонено: %1</translation>
    </message>
    <message>
        <source>Offered: %1</source>
        <translation>Предложено: %1</translation>
    </message>
    <message>
        <source>Problem %1: %2</source>
        <translation>Проблема %1: %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
</context>
<context>
    <name>OrderLines</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Disc. %</source>
        <translation>Скидка %</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
</context>
<context>
    <name>OrderLinesView</name>
    <message>
        <source>Lines of the order</source>
        <translation>Позиции заказа</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>No orders here.</source>
        <translation>Здесь заказов нет.</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or another view.</source>
        <translation>Ничего не найдено. Введите меньше букв или выберите другой вид.</translation>
    </message>
    <message>
        <source>No order is late.</source>
        <translation>Опаздывающих заказов нет.</translation>
    </message>
    <message>
        <source>No orders here yet. F4 takes one down; Import brings those of another program.</source>
        <translation>Заказов пока нет. F4 — новый заказ; «Импорт» загрузит их из другой программы.</translation>
    </message>
    <message>
        <source>Stage…</source>
        <translation>Этап…</translation>
    </message>
    <message>
        <source>Customers were told</source>
        <translation>Клиенты уведомлены</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Копировать таблицей</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Название вида</translation>
    </message>
    <message>
        <source>Save these filters as a view</source>
        <translation>Сохранить фильтры как вид</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Сохранить вид</translation>
    </message>
    <message>
        <source>Give the view a name: it stands on its tab.</source>
        <translation>Дайте виду имя: оно будет на вкладке.</translation>
    </message>
    <message>
        <source>Views of orders</source>
        <translation>Виды заказов</translation>
    </message>
    <message>
        <source>Number, customer, words…</source>
        <translation>Номер, клиент, слова…</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
</context>
<context>
    <name>OrderListHead</name>
    <message>
        <source>Views of orders</source>
        <translation>Виды заказов</translation>
    </message>
    <message>
        <source>Ways of looking</source>
        <translation>Способы просмотра</translation>
    </message>
    <message>
        <source>Number, customer, words…</source>
        <translation>Номер, клиент, слова…</translation>
    </message>
    <message>
        <source>Filters and saved views</source>
        <translation>Фильтры и сохранённые виды</translation>
    </message>
    <message>
        <source>Columns, order, stages</source>
        <translation>Столбцы, порядок, этапы</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Что сделать сейчас</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Доска</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Until today</source>
        <translation>До сегодня</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>В течение недели</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>Не уведомлён</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Сохранить как вид…</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>Удалить этот вид</translation>
    </message>
    <message>
        <source>Late and at risk first</source>
        <translation>Сначала опоздания и риск</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Столбцы…</translation>
    </message>
    <message>
        <source>Stages and carriers…</source>
        <translation>Этапы и перевозчики…</translation>
    </message>
    <message>
        <source>Deadlines of demands…</source>
        <translation>Сроки по требованиям…</translation>
    </message>
</context>
<context>
    <name>OrderSay</name>
    <message>
        <source>Said</source>
        <translation>Сообщил устно</translation>
    </message>
    <message>
        <source>Mail text…</source>
        <translation>Письмо…</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Талон</translation>
    </message>
    <message>
        <source>Not needed…</source>
        <translation>Не требуется…</translation>
    </message>
    <message>
        <source>Identity confirmed…</source>
        <translation>Личность подтверждена…</translation>
    </message>
    <message>
        <source>Not told: “%1”</source>
        <translation>Не уведомлён: «%1»</translation>
    </message>
    <message>
        <source>Say:</source>
        <translation>Скажите:</translation>
    </message>
    <message>
        <source>Say, the identity is not confirmed:</source>
        <translation>Скажите (личность не подтверждена):</translation>
    </message>
</context>
<context>
    <name>OrderStepPanel</name>
    <message>
        <source>The customer agreed</source>
        <translation>Клиент согласен</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Не менять</translation>
    </message>
    <message>
        <source>&amp;Which date</source>
        <translation>&amp;Какая дата</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;День</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>&amp;Позиции</translation>
    </message>
    <message>
        <source>Whose &amp;doing</source>
        <translation>По &amp;вине</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Причина</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Все позиции</translation>
    </message>
    <message>
        <source>Set a date</source>
        <translation>Изменить дату</translation>
    </message>
    <message>
        <source>Set the date</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Отменить заказ</translation>
    </message>
    <message>
        <source>Confirm the order for a day</source>
        <translation>Подтвердить заказ на дату</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Say why in a few words: it stays in the history.</source>
        <translation>Кратко укажите причину: она останется в истории.</translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Стадия</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Нужен к</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещан</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Факт</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Late: %1</source>
        <translation>Опаздывает: %1</translation>
    </message>
    <message>
        <source>Late by %2 d: %1</source>
        <translation>Опоздание %2 дн: %1</translation>
    </message>
    <message>
        <source>At risk: %1</source>
        <translation>Риск: %1</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Отвечает</translation>
    </message>
</context>
<context>
    <name>OrderTableView</name>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
</context>
<context>
    <name>OrderTodo</name>
    <message>
        <source>What to do now</source>
        <translation>Что сделать сейчас</translation>
    </message>
    <message>
        <source>Nothing presses: every order goes its way and everybody was told.</source>
        <translation>Ничего срочного: все заказы идут своим чередом, все клиенты уведомлены.</translation>
    </message>
</context>
<context>
    <name>OrderTrackerPane</name>
    <message>
        <source>Choose an order, or take down a new one with F4.</source>
        <translation>Выберите заказ или оформите новый: F4.</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>It has stood in “%1” for %2.</source>
        <translation>Стоит на этапе «%1» уже %2.</translation>
    </message>
    <message>
        <source>Until enough orders are known, %1 is taken for long.</source>
        <translation>Пока заказов мало, долгим считается %1.</translation>
    </message>
    <message>
        <source>Nine of ten orders leave this stage within %1 (%2 known).</source>
        <translation>Девять заказов из десяти проходят этот этап за %1 (учтено %2).</translation>
    </message>
    <message>
        <source>Late by %2 d: it was promised for %1.</source>
        <translation>Опоздание %2 дн: обещали на %1.</translation>
    </message>
    <message>
        <source>It left after the day that was promised first.</source>
        <translation>Отправлен позже дня, обещанного вначале.</translation>
    </message>
    <message>
        <source>%1 d late</source>
        <translation>опоздание %1 дн</translation>
    </message>
    <message>
        <source>late</source>
        <translation>опоздание</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 дн</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>риск</translation>
    </message>
</context>
<context>
    <name>OrdersSection</name>
    <message>
        <source>%1, late: promised for %2</source>
        <translation>%1, опаздывает: обещали на %2</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, к %2</translation>
    </message>
</context>
<context>
    <name>OwedStrip</name>
    <message>
        <source>Said</source>
        <translation>Сообщил устно</translation>
    </message>
    <message>
        <source>The customer was told (%1)</source>
        <translation>Клиенту сообщили устно (%1)</translation>
    </message>
    <message>
        <source>Mail text…</source>
        <translation>Письмо…</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Талон</translation>
    </message>
    <message>
        <source>Print the slip and hand it over</source>
        <translation>Напечатать талон и выдать клиенту</translation>
    </message>
    <message>
        <source>Not needed…</source>
        <translation>Не требуется…</translation>
    </message>
    <message>
        <source>Solved. Is the customer satisfied?</source>
        <translation>Выполнена. Клиент доволен?</translation>
    </message>
    <message>
        <source>Satisfaction…</source>
        <translation>Оценка…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Вернуть в работу…</translation>
    </message>
    <message>
        <source>Not told: “%1”</source>
        <translation>Не уведомлён: «%1»</translation>
    </message>
</context>
<context>
    <name>PaletteBox</name>
    <message>
        <source>Number, phone, name, order…</source>
        <translation>Номер, телефон, имя, заказ…</translation>
    </message>
    <message>
        <source>Nothing found. Try a part of the name, the last digits of the phone or of the number.</source>
        <translation>Ничего не найдено. Попробуйте часть имени, последние цифры телефона или номера.</translation>
    </message>
</context>
<context>
    <name>PalettePopup</name>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Quotes</source>
        <translation>КП</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Новое КП</translation>
    </message>
    <message>
        <source>No quotes yet. Make one from a product, a request or a customer's card.</source>
        <translation>КП пока нет. Составьте его из товара, заявки или карточки клиента.</translation>
    </message>
    <message>
        <source>No invoices yet. Make one from a quote.</source>
        <translation>Счетов пока нет. Выставьте счёт из КП.</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Сохранить PDF…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>PaperTable</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>expired</source>
        <translation>срок истёк</translation>
    </message>
    <message>
        <source>no customer yet</source>
        <translation>клиент не указан</translation>
    </message>
</context>
<context>
    <name>PapersSection</name>
    <message>
        <source>Sole trader: one signature</source>
        <translation>Предприниматель: одна подпись</translation>
    </message>
    <message>
        <source>Requisites</source>
        <translation>Реквизиты</translation>
    </message>
    <message>
        <source>stand on offers and invoices</source>
        <translation>для КП и счетов</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Полное наименование</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>OGRN</source>
        <translation>ОГРН</translation>
    </message>
    <message>
        <source>VAT no.</source>
        <translation>Номер VAT</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Банк</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Расчётный счёт</translation>
    </message>
    <message>
        <source>Correspondent account</source>
        <translation>Корр. счёт</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>SWIFT / BIC</source>
        <translation>SWIFT / BIC</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>Accountant</source>
        <translation>Бухгалтер</translation>
    </message>
    <message>
        <source>By currency</source>
        <translation>По валюте</translation>
    </message>
    <message>
        <source>Rouble payments (GOST R 56042)</source>
        <translation>Рублёвые платежи (ГОСТ Р 56042)</translation>
    </message>
    <message>
        <source>Euro payments (EPC)</source>
        <translation>Платежи в евро (EPC)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Quotes are valid, days</source>
        <translation>КП действует, дней</translation>
    </message>
    <message>
        <source>Invoices are valid, days</source>
        <translation>Счёт действует, дней</translation>
    </message>
    <message>
        <source>Square code on invoices</source>
        <translation>QR-код на счёте</translation>
    </message>
    <message>
        <source>Words under an invoice</source>
        <translation>Текст под счётом</translation>
    </message>
    <message>
        <source>Check: %1</source>
        <translation>Проверьте: %1</translation>
    </message>
</context>
<context>
    <name>PartsDialog</name>
    <message>
        <source>Part of the goods</source>
        <translation>Часть товара</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>left us</source>
        <translation>отправлены</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>доставлены</translation>
    </message>
    <message>
        <source>The goods</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Still to go</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Write each quantity as a number.</source>
        <translation>Запишите каждое количество числом.</translation>
    </message>
    <message>
        <source>Say how much of which line.</source>
        <translation>Укажите, сколько какой позиции.</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Провести</translation>
    </message>
    <message>
        <source>&amp;Sum, %1</source>
        <translation>&amp;Сумма, %1</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Примечание</translation>
    </message>
    <message>
        <source>Write a sum, as 12 500,00.</source>
        <translation>Напишите сумму, например 12 500,00.</translation>
    </message>
    <message>
        <source>Say why it is booked back.</source>
        <translation>Укажите, почему сумма сторнируется.</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Preview of the pages</source>
        <translation>Просмотр страниц</translation>
    </message>
</context>
<context>
    <name>PictureRow</name>
    <message>
        <source>Picture %1</source>
        <translation>Изображение %1</translation>
    </message>
</context>
<context>
    <name>PresenceDesk</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n с назад</numerusform>
            <numerusform>%n с назад</numerusform>
            <numerusform>%n с назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n мин назад</numerusform>
            <numerusform>%n мин назад</numerusform>
            <numerusform>%n мин назад</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has it open, %2</source>
        <translation>%1: открыто, %2</translation>
    </message>
</context>
<context>
    <name>PriceDrawer</name>
    <message>
        <source>Price and stock</source>
        <translation>Цена и склад</translation>
    </message>
    <message>
        <source>Product, code, barcode…</source>
        <translation>Товар, код, штрихкод…</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Enter writes it down · Ctrl+Enter puts it into a quote · Esc closes</source>
        <translation>Enter — записать · Ctrl+Enter — в КП · Esc — закрыть</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>Ничего не найдено. Попробуйте меньше букв.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>на %1</translation>
    </message>
    <message>
        <source>Goes with it: %1</source>
        <translation>Подходит к нему: %1</translation>
    </message>
</context>
<context>
    <name>PricesDialog</name>
    <message>
        <source>Prices: %1</source>
        <translation>Цены: %1</translation>
    </message>
    <message>
        <source>Add the price</source>
        <translation>Добавить цену</translation>
    </message>
    <message>
        <source>Holds until a day</source>
        <translation>Действует до дня</translation>
    </message>
    <message>
        <source>&amp;List; empty: own prices</source>
        <translation>Прайс-&amp;лист; пусто — цены каталога</translation>
    </message>
    <message>
        <source>&amp;Price, %1</source>
        <translation>&amp;Цена, %1</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;С</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;По</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Новая цена</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Цены каталога</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>The price on the card holds.</source>
        <translation>Действует цена из карточки.</translation>
    </message>
    <message>
        <source>Write a price.</source>
        <translation>Укажите цену.</translation>
    </message>
</context>
<context>
    <name>PricesSection</name>
    <message>
        <source>New VAT rate…</source>
        <translation>Новая ставка НДС…</translation>
    </message>
    <message>
        <source>Usual VAT</source>
        <translation>Обычный НДС</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>НДС</translation>
    </message>
    <message>
        <source>a rate is copied into each line; older papers keep theirs</source>
        <translation>ставка копируется в строку; старые документы не меняются</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Скидки</translation>
    </message>
    <message>
        <source>what an operator gives alone; empty: any</source>
        <translation>что оператор даёт сам; пусто — любая</translation>
    </message>
    <message>
        <source>without VAT</source>
        <translation>без НДС</translation>
    </message>
    <message>
        <source>Everybody, %</source>
        <translation>Все, %</translation>
    </message>
    <message>
        <source>Prices are without VAT: it comes on top on papers</source>
        <translation>Цены без НДС: он начисляется сверху в документах</translation>
    </message>
</context>
<context>
    <name>ProblemsSection</name>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>New problem</source>
        <translation>Новая проблема</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Закрыть…</translation>
    </message>
    <message>
        <source>Claim act</source>
        <translation>Акт рекламации</translation>
    </message>
    <message>
        <source>Return slip</source>
        <translation>Акт возврата</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Заказ %1</translation>
    </message>
    <message>
        <source>answer by %1, we aim at %2</source>
        <translation>ответить до %1, цель %2</translation>
    </message>
    <message>
        <source>gets %1</source>
        <translation>клиенту %1</translation>
    </message>
    <message>
        <source>costs us %1</source>
        <translation>нам стоит %1</translation>
    </message>
    <message>
        <source>Claim %1 is taken down.</source>
        <translation>Претензия %1 записана.</translation>
    </message>
    <message>
        <source>Claim %1</source>
        <translation>Претензия %1</translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>Снят с продажи</translation>
    </message>
    <message>
        <source>Add a picture…</source>
        <translation>Добавить изображение…</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Как обычно</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Код</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Группа</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Единица</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>&amp;Цена</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;VAT</source>
        <translation>Н&amp;ДС</translation>
    </message>
    <message>
        <source>&amp;Barcodes, separated by ;</source>
        <translation>&amp;Штрихкоды через ;</translation>
    </message>
    <message>
        <source>&amp;Done in a day (services)</source>
        <translation>Выполняется в &amp;день (услуги)</translation>
    </message>
    <message>
        <source>C&amp;haracteristics, a line each: Width: 140 cm</source>
        <translation>&amp;Характеристики построчно: Ширина: 140 см</translation>
    </message>
    <message>
        <source>De&amp;scription</source>
        <translation>&amp;Описание</translation>
    </message>
    <message>
        <source>Goes &amp;with: codes, separated by ;</source>
        <translation>&amp;Подходит к: коды через ;</translation>
    </message>
    <message>
        <source>&amp;Replaces: codes, separated by ;</source>
        <translation>&amp;Заменяет: коды через ;</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Это не число.</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Добавить изображение</translation>
    </message>
    <message>
        <source>Pictures to add: %1</source>
        <translation>Будут добавлены: %1</translation>
    </message>
</context>
<context>
    <name>ProductSheetView</name>
    <message>
        <source>Into a quote</source>
        <translation>В КП</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Скопировать ответ</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>снят с продажи</translation>
    </message>
    <message>
        <source>To be settled: more went out or was promised than there is</source>
        <translation>Требует разбора: отпущено или обещано больше, чем есть</translation>
    </message>
    <message>
        <source>Count the goods and correct the stock, or call off what was reserved.</source>
        <translation>Пересчитайте товар и исправьте остаток или снимите резерв.</translation>
    </message>
    <message>
        <source>instead of %1</source>
        <translation>вместо %1</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Characteristics</source>
        <translation>Характеристики</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Goes with it</source>
        <translation>Подходит к нему</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Заменяет</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Заменён на</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>на %1</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>In all stores</source>
        <translation>На всех складах</translation>
    </message>
    <message>
        <source>Without a store</source>
        <translation>Склад не указан</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидается</translation>
    </message>
    <message>
        <source>free %1 of %2</source>
        <translation>свободно %1 из %2</translation>
    </message>
    <message>
        <source>Promotions and price lists</source>
        <translation>Акции и прайс-листы</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, до %2</translation>
    </message>
    <message>
        <source>Copied: price and stock of %1</source>
        <translation>Скопировано: цена и остаток, %1</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Stock…</source>
        <translation>Склад…</translation>
    </message>
    <message>
        <source>Latest moves</source>
        <translation>Последние движения</translation>
    </message>
    <message>
        <source>Prices…</source>
        <translation>Цены…</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 из %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PromiseDialog</name>
    <message>
        <source>Promise to the customer</source>
        <translation>Обещание клиенту</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;What was promised</source>
        <translation>&amp;Что обещали</translation>
    </message>
    <message>
        <source>&amp;By when</source>
        <translation>&amp;К какому сроку</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write what was promised.</source>
        <translation>Укажите, что обещали.</translation>
    </message>
</context>
<context>
    <name>PromisePart</name>
    <message>
        <source>Promised</source>
        <translation>Обещали клиенту</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>Что обещали</translation>
    </message>
    <message>
        <source>&amp;By when</source>
        <translation>&amp;К какому сроку</translation>
    </message>
    <message>
        <source>Write what was promised.</source>
        <translation>Укажите, что обещали.</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Перезвонить</translation>
    </message>
</context>
<context>
    <name>PromisesSection</name>
    <message>
        <source>late: %1</source>
        <translation>просрочено: %1</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>PromotionsDialog</name>
    <message>
        <source>Promotions</source>
        <translation>Акции</translation>
    </message>
    <message>
        <source>Add the promotion</source>
        <translation>Добавить акцию</translation>
    </message>
    <message>
        <source>Adds up with other promotions</source>
        <translation>Суммируется с другими акциями</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Groups, separated by ;</source>
        <translation>&amp;Группы через ;</translation>
    </message>
    <message>
        <source>&amp;Products: codes, separated by ;</source>
        <translation>&amp;Товары: коды через ;</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;С</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;По</translation>
    </message>
    <message>
        <source>P&amp;ercent off</source>
        <translation>Скидка, &amp;%</translation>
    </message>
    <message>
        <source>&amp;Sum off, %1</source>
        <translation>Скидка с&amp;уммой, %1</translation>
    </message>
    <message>
        <source>From a sum &amp;of, %1</source>
        <translation>&amp;От суммы, %1</translation>
    </message>
    <message>
        <source>For every so &amp;many</source>
        <translation>За каждые &amp;столько</translation>
    </message>
    <message>
        <source>G&amp;ift: code</source>
        <translation>По&amp;дарок: код</translation>
    </message>
    <message>
        <source>New promotion</source>
        <translation>Новая акция</translation>
    </message>
    <message>
        <source>without groups and products: for all</source>
        <translation>без групп и товаров — на всё</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>No promotion yet.</source>
        <translation>Акций пока нет.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>QuoteEditor</name>
    <message>
        <source>Keep as a version</source>
        <translation>Сохранить версию</translation>
    </message>
    <message>
        <source>Back to the quote</source>
        <translation>К КП</translation>
    </message>
    <message>
        <source>Add at least one product.</source>
        <translation>Добавьте хотя бы один товар.</translation>
    </message>
    <message>
        <source>Draft restored</source>
        <translation>Черновик восстановлен</translation>
    </message>
    <message>
        <source>Quote %1</source>
        <translation>КП %1</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Новое КП</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Quote %1 is kept.</source>
        <translation>КП %1 сохранено.</translation>
    </message>
</context>
<context>
    <name>QuoteFields</name>
    <message>
        <source>Name, phone or company</source>
        <translation>Имя, телефон или компания</translation>
    </message>
    <message>
        <source>Product or code; Enter adds it</source>
        <translation>Товар или код; Enter добавит</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Клиент</translation>
    </message>
    <message>
        <source>&amp;Valid until</source>
        <translation>&amp;Действует до</translation>
    </message>
    <message>
        <source>&amp;Need</source>
        <translation>П&amp;отребность</translation>
    </message>
    <message>
        <source>&amp;Products</source>
        <translation>&amp;Товары</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Примечание</translation>
    </message>
    <message>
        <source>&amp;Discount approved by</source>
        <translation>Скидку разре&amp;шил</translation>
    </message>
    <message>
        <source>discounts %1</source>
        <translation>скидки %1</translation>
    </message>
    <message>
        <source>VAT %1 %: %2</source>
        <translation>НДС %1 %: %2</translation>
    </message>
    <message>
        <source>Why this price: %1</source>
        <translation>Почему такая цена: %1</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Цены каталога</translation>
    </message>
</context>
<context>
    <name>QuoteSteps</name>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Agreed…</source>
        <translation>Согласовано…</translation>
    </message>
    <message>
        <source>Declined…</source>
        <translation>Отказ…</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказать</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Печатная форма</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Открыть заказ</translation>
    </message>
    <message>
        <source>A gift is earned by a promotion: add the product, its price goes to zero.</source>
        <translation>По акции положен подарок: добавьте товар, его цена обнулится.</translation>
    </message>
    <message>
        <source>Discounts that you may give alone: up to %1 %</source>
        <translation>Скидка без согласования: до %1 %</translation>
    </message>
    <message>
        <source>expired on %1; it can be ordered all the same</source>
        <translation>срок истёк %1; заказать всё равно можно</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <translation>Версия %1 · %2</translation>
    </message>
    <message>
        <source>From version %1 to %2:</source>
        <translation>Из версии %1 в %2:</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>отличий нет</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Согласовано</translation>
    </message>
    <message>
        <source>Who agreed, and how</source>
        <translation>Кто согласовал и как</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Name who agreed: it is kept with the quote.</source>
        <translation>Укажите, кто согласовал: это хранится с КП.</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Order %1 is registered.</source>
        <translation>Заказ %1 оформлен.</translation>
    </message>
    <message>
        <source>Order %1 is registered. The quote had expired: check prices and dates with the customer.</source>
        <translation>Заказ %1 оформлен. Срок КП истёк: уточните цены и сроки у клиента.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>New VAT rate</source>
        <translation>Новая ставка НДС</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>С&amp;тавка</translation>
    </message>
    <message>
        <source>&amp;Percent; empty means without VAT</source>
        <translation>&amp;Процент; пусто — без НДС</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;С</translation>
    </message>
    <message>
        <source>Write a percent from 0 to 100.</source>
        <translation>Напишите процент от 0 до 100.</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>It was said</source>
        <translation>Сказано</translation>
    </message>
    <message>
        <source>Say it back:</source>
        <translation>Повторите клиенту:</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Fill this line: it is kept with the request.</source>
        <translation>Заполните строку: она сохраняется в заявке.</translation>
    </message>
</context>
<context>
    <name>RemedyDialog</name>
    <message>
        <source>Problem with the order</source>
        <translation>Проблема с заказом</translation>
    </message>
    <message>
        <source>Take it down</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>The whole order</source>
        <translation>Заказ целиком</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>Line of the order</source>
        <translation>Позиция заказа</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Требование</translation>
    </message>
    <message>
        <source>Demanded on</source>
        <translation>Дата требования</translation>
    </message>
    <message>
        <source>What we do</source>
        <translation>Что делаем</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>How much of it</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>How much comes back</source>
        <translation>Сколько возвращают</translation>
    </message>
    <message>
        <source>The customer gets, in money</source>
        <translation>Клиент получит деньгами</translation>
    </message>
    <message>
        <source>It costs us</source>
        <translation>Нам это стоит</translation>
    </message>
    <message>
        <source>Nothing of it was delivered.</source>
        <translation>Из этого ничего не доставлено.</translation>
    </message>
    <message>
        <source>The law names no deadline for it.</source>
        <translation>Срока по закону для этого нет.</translation>
    </message>
    <message>
        <source>Answer by %1 (%2); our own target is %3.</source>
        <translation>Ответить до %1 (%2); наша цель — %3.</translation>
    </message>
    <message>
        <source>The buyer could ask until %1: talk it over with a senior.</source>
        <translation>Покупатель мог обратиться до %1: посоветуйтесь со старшим.</translation>
    </message>
    <message>
        <source>Write what is wrong, in the customer's words.</source>
        <translation>Напишите, что не так, словами клиента.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Запишите число.</translation>
    </message>
    <message>
        <source>No request</source>
        <translation>Без заявки</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Заявка</translation>
    </message>
</context>
<context>
    <name>ReportClock</name>
    <message>
        <source>Making reports that are due</source>
        <translation>Готовятся отчёты по расписанию</translation>
    </message>
    <message>
        <source>Report saved as %1</source>
        <translation>Отчёт сохранён: %1</translation>
    </message>
</context>
<context>
    <name>ReportFigures</name>
    <message>
        <source>Tables</source>
        <translation>Таблицы</translation>
    </message>
</context>
<context>
    <name>ReportFilters</name>
    <message>
        <source>This month</source>
        <translation>Этот месяц</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Прошлый месяц</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day, included</source>
        <translation>Последний день, включительно</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Эта неделя</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Прошлая неделя</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Этот квартал</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Прошлый квартал</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Этот год</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Прошлый год</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>С … по …</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Ответственный</translation>
    </message>
</context>
<context>
    <name>ReportPane</name>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>Отчёт составляется</translation>
    </message>
    <message>
        <source>Save the report in a folder</source>
        <translation>Сохранить отчёт в папку</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Сохранить здесь</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation>Отчёт сохраняется</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Reports that make themselves</source>
        <translation>Отчёты по расписанию</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>Pages or figures</source>
        <translation>Страницы или показатели</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>По ширине</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Сохранить PDF</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Показатели</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>No pages</source>
        <translation>Страниц нет</translation>
    </message>
</context>
<context>
    <name>ReportRowsDialog</name>
    <message>
        <source>Looking up the records…</source>
        <translation>Ищем записи…</translation>
    </message>
    <message>
        <source>No record stands behind this figure.</source>
        <translation>За этим показателем нет записей.</translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>Сохранить как %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s). Enter opens one.</source>
        <translation>
            <numerusform>%n запись. Enter открывает.</numerusform>
            <numerusform>%n записи. Enter открывает.</numerusform>
            <numerusform>%n записей. Enter открывает.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list in a folder</source>
        <translation>Сохранить список в папку</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>Сохраняем список</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
</context>
<context>
    <name>ReportSchedulesDialog</name>
    <message>
        <source>Reports that make themselves</source>
        <translation>Отчёты по расписанию</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Ещё один: %1</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Когда</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;Во сколько</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>Each Monday</source>
        <translation>По понедельникам</translation>
    </message>
    <message>
        <source>Each Tuesday</source>
        <translation>По вторникам</translation>
    </message>
    <message>
        <source>Each Wednesday</source>
        <translation>По средам</translation>
    </message>
    <message>
        <source>Each Thursday</source>
        <translation>По четвергам</translation>
    </message>
    <message>
        <source>Each Friday</source>
        <translation>По пятницам</translation>
    </message>
    <message>
        <source>Each Saturday</source>
        <translation>По субботам</translation>
    </message>
    <message>
        <source>Each Sunday</source>
        <translation>По воскресеньям</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Каждый день</translation>
    </message>
    <message>
        <source>On the first of each month</source>
        <translation>Первого числа каждого месяца</translation>
    </message>
    <message>
        <source>None yet. They run while the program is open, or by command.</source>
        <translation>Пока нет. Готовятся, пока программа открыта, или командой.</translation>
    </message>
    <message>
        <source>%1 · %2 · next %3</source>
        <translation>%1 · %2 · следующий %3</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Where the reports go</source>
        <translation>Куда складывать отчёты</translation>
    </message>
    <message>
        <source>Choose a period that moves with the days first, such as “Last week”.</source>
        <translation>Сначала выберите период, который движется с днями, например «Прошлая неделя».</translation>
    </message>
    <message>
        <source>Choose the folder.</source>
        <translation>Выберите папку.</translation>
    </message>
</context>
<context>
    <name>RequestBonds</name>
    <message>
        <source>Parts of this request are open</source>
        <translation>Части этой заявки ещё открыты</translation>
    </message>
    <message>
        <source>Why it is closed before them</source>
        <translation>Почему она закрывается раньше них</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Всё равно закрыть</translation>
    </message>
    <message>
        <source>Separate %1</source>
        <translation>Отделить: %1</translation>
    </message>
    <message>
        <source>Remove the link with %1</source>
        <translation>Убрать связь с %1</translation>
    </message>
    <message>
        <source>Merged: %1 · Separate…</source>
        <translation>Объединена с: %1 · Разделить…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Убрать…</translation>
    </message>
    <message>
        <source>Its part</source>
        <translation>Её часть</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Выделена</translation>
    </message>
    <message>
        <source>Request %1 was split off.</source>
        <translation>Выделена заявка %1.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>RequestColumns</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Поступила</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>RequestDue</name>
    <message>
        <source>Answer: paused, %1 left.</source>
        <translation>Ответ: срок на паузе, осталось %1.</translation>
    </message>
    <message>
        <source>Solution: paused, %1 left.</source>
        <translation>Решение: срок на паузе, осталось %1.</translation>
    </message>
    <message>
        <source>Answer was due %1 — %2.</source>
        <translation>Срок ответа: %1 — %2.</translation>
    </message>
    <message>
        <source>Solution was due %1 — %2.</source>
        <translation>Срок решения: %1 — %2.</translation>
    </message>
    <message>
        <source>Answer by %1</source>
        <translation>Ответить до %1</translation>
    </message>
    <message>
        <source>Solve by %1</source>
        <translation>Решить до %1</translation>
    </message>
    <message>
        <source>Solve by %1, set by hand</source>
        <translation>Решить до %1 (задано вручную)</translation>
    </message>
    <message>
        <source> — %1 left</source>
        <translation> — осталось %1</translation>
    </message>
    <message>
        <source>Solved %1, late.</source>
        <translation>Выполнена с опозданием: %1.</translation>
    </message>
    <message>
        <source>Solved %1, in time.</source>
        <translation>Выполнена в срок: %1.</translation>
    </message>
</context>
<context>
    <name>RequestFields</name>
    <message>
        <source>The customer named a deadline</source>
        <translation>Клиент назвал срок</translation>
    </message>
    <message>
        <source>What do they want, in a few words</source>
        <translation>Что нужно клиенту, в нескольких словах</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Описание</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Cha&amp;nnel</source>
        <translation>К&amp;анал</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Клиент</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Приоритет</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>Отв&amp;етственный</translation>
    </message>
    <message>
        <source>&amp;Wanted by</source>
        <translation>&amp;Желаемый срок</translation>
    </message>
    <message>
        <source>Common queue</source>
        <translation>Общая очередь</translation>
    </message>
    <message>
        <source>Contact &amp;reason</source>
        <translation>&amp;Тематика</translation>
    </message>
</context>
<context>
    <name>RequestFormPage</name>
    <message>
        <source>Register</source>
        <translation>Зарегистрировать</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Удалить черновик</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Новая заявка</translation>
    </message>
    <message numerus="yes">
        <source>Drafts: %n</source>
        <translation>
            <numerusform>Черновики: %n</numerusform>
            <numerusform>Черновики: %n</numerusform>
            <numerusform>Черновики: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Write what the customer wants in a few words.</source>
        <translation>Кратко укажите, что нужно клиенту.</translation>
    </message>
    <message>
        <source>Draft thrown away.</source>
        <translation>Черновик удалён.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>The number is final: read it out now if you like.</source>
        <translation>Номер окончательный: его уже можно назвать.</translation>
    </message>
    <message>
        <source>The number appears with the first letter.</source>
        <translation>Номер появится с первой буквой.</translation>
    </message>
</context>
<context>
    <name>RequestHead</name>
    <message>
        <source>Copy the number: %1</source>
        <translation>Скопировать номер: %1</translation>
    </message>
    <message>
        <source>State…</source>
        <translation>Состояние…</translation>
    </message>
    <message>
        <source>Change the state</source>
        <translation>Изменить состояние</translation>
    </message>
    <message>
        <source>Change the state (%1)</source>
        <translation>Изменить состояние (%1)</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Ещё…</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Common queue</source>
        <translation>Общая очередь</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Взять в работу</translation>
    </message>
    <message>
        <source>Customer's word…</source>
        <translation>Сообщение клиента…</translation>
    </message>
    <message>
        <source>Satisfaction…</source>
        <translation>Оценка…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Вернуть в работу…</translation>
    </message>
    <message>
        <source>Due date by hand…</source>
        <translation>Срок вручную…</translation>
    </message>
    <message>
        <source>Subject and description…</source>
        <translation>Тема и описание…</translation>
    </message>
    <message>
        <source>Split off a part…</source>
        <translation>Выделить часть…</translation>
    </message>
    <message>
        <source>Link with a request…</source>
        <translation>Связать с заявкой…</translation>
    </message>
    <message>
        <source>Receipt slip, A6</source>
        <translation>Талон, A6</translation>
    </message>
    <message>
        <source>Receipt slip, 80 mm</source>
        <translation>Талон, 80 мм</translation>
    </message>
    <message>
        <source>Receipt slip as PDF…</source>
        <translation>Талон в PDF…</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Скопировать номер</translation>
    </message>
    <message>
        <source>Quote…</source>
        <translation>Составить КП…</translation>
    </message>
    <message>
        <source>Contact reason</source>
        <translation>Тематика</translation>
    </message>
</context>
<context>
    <name>RequestLinking</name>
    <message>
        <source>Link with another request</source>
        <translation>Связать с другой заявкой</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Связать</translation>
    </message>
    <message>
        <source>What the other one is</source>
        <translation>Чем является другая</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>Её номер</translation>
    </message>
    <message>
        <source>Its number, as 1-00457-2</source>
        <translation>Её номер, например 1-00457-2</translation>
    </message>
    <message>
        <source>Write the number of the other request.</source>
        <translation>Напишите номер другой заявки.</translation>
    </message>
</context>
<context>
    <name>RequestListHead</name>
    <message>
        <source>This customer</source>
        <translation>Этот клиент</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>На сегодня</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Общая очередь</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>В ожидании</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Просрочено</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>Search requests…</source>
        <translation>Поиск по заявкам…</translation>
    </message>
    <message>
        <source>Filters and saved views</source>
        <translation>Отборы и сохранённые виды</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>List or table</source>
        <translation>Список или таблица</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Сохранить как вид…</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>Удалить этот вид</translation>
    </message>
    <message>
        <source>By due time</source>
        <translation>По сроку</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>While searching: the best first</source>
        <translation>При поиске: сначала лучшее совпадение</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Столбцы…</translation>
    </message>
</context>
<context>
    <name>RequestListPane</name>
    <message>
        <source>Look through all requests</source>
        <translation>Искать во всех заявках</translation>
    </message>
    <message>
        <source>Nothing found. Try a part of the number, the last digits of a phone or another word.</source>
        <translation>Ничего не найдено. Попробуйте часть номера, последние цифры телефона или другое слово.</translation>
    </message>
    <message>
        <source>No request passes these filters. Take a filter away to see more.</source>
        <translation>Под отбор ничего не подходит. Снимите один из отборов.</translation>
    </message>
    <message>
        <source>Nothing is waiting for you. Take a request from the queue, or register one with F2.</source>
        <translation>Ваших заявок нет. Возьмите заявку из общей очереди или создайте новую: F2.</translation>
    </message>
    <message>
        <source>The queue is empty: every request has its owner.</source>
        <translation>Общая очередь пуста: у каждой заявки есть ответственный.</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Просроченных заявок нет.</translation>
    </message>
    <message>
        <source>No request waits for a customer, a department or a date.</source>
        <translation>Ни одна заявка не ждёт клиента, отдела или даты.</translation>
    </message>
    <message>
        <source>Nothing else is due today.</source>
        <translation>На сегодня больше ничего нет.</translation>
    </message>
    <message>
        <source>This customer has no requests yet. F2 registers one.</source>
        <translation>У этого клиента заявок пока нет. F2 — новая заявка.</translation>
    </message>
    <message>
        <source>No requests yet. F2 registers the first one, a call comes by F9.</source>
        <translation>Заявок пока нет. F2 — первая заявка, F9 — звонок.</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Взять в работу</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>State…</source>
        <translation>Состояние…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Объединить…</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Скопировать таблицей</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Название вида</translation>
    </message>
    <message>
        <source>Save these filters as a view</source>
        <translation>Сохранить отборы как вид</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Сохранить вид</translation>
    </message>
    <message>
        <source>Give the view a name: it stands on its tab.</source>
        <translation>Назовите вид: название будет на вкладке.</translation>
    </message>
</context>
<context>
    <name>RequestMerge</name>
    <message>
        <source>Merge requests: which one stays?</source>
        <translation>Объединить заявки: какая остаётся?</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>It shows the words of all in the order of time. They can be separated at any time.</source>
        <translation>В ней видна история всех по порядку времени. Разделить их можно в любой момент.</translation>
    </message>
</context>
<context>
    <name>RequestPane</name>
    <message>
        <source>Choose a request on the left, or register a new one.</source>
        <translation>Выберите заявку слева или создайте новую.</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Новая заявка</translation>
    </message>
    <message numerus="yes">
        <source>Choose a request on the left, or register a new one. Drafts waiting: %n.</source>
        <translation>
            <numerusform>Выберите заявку слева или создайте новую. Черновики: %n.</numerusform>
            <numerusform>Выберите заявку слева или создайте новую. Черновики: %n.</numerusform>
            <numerusform>Выберите заявку слева или создайте новую. Черновики: %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestPart</name>
    <message>
        <source>Request</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новая</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;What do they want</source>
        <translation>&amp;Что нужно клиенту</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Запись в %1</translation>
    </message>
    <message>
        <source>Write what the customer wants.</source>
        <translation>Укажите, что нужно клиенту.</translation>
    </message>
</context>
<context>
    <name>RequestSplit</name>
    <message>
        <source>Split off: which words become a new request?</source>
        <translation>Выделить часть: какие слова станут новой заявкой?</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Выделить</translation>
    </message>
    <message>
        <source>Both requests show each other; the words stay here too.</source>
        <translation>Обе заявки показывают друг друга; слова остаются и здесь.</translation>
    </message>
</context>
<context>
    <name>RequestSteps</name>
    <message>
        <source>Cancel request %1</source>
        <translation>Отменить заявку %1</translation>
    </message>
    <message>
        <source>Return to work</source>
        <translation>Вернуть в работу</translation>
    </message>
    <message>
        <source>What is not right yet</source>
        <translation>Что ещё не так</translation>
    </message>
    <message>
        <source>The customer need not be told</source>
        <translation>Уведомлять клиента не требуется</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Не требуется</translation>
    </message>
    <message>
        <source>Receipt slip %1</source>
        <translation>Талон %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Скопировано: %1</translation>
    </message>
    <message>
        <source>Kept and copied: paste it into your mail.</source>
        <translation>Сохранено и скопировано: вставьте в письмо.</translation>
    </message>
</context>
<context>
    <name>RequestTasks</name>
    <message>
        <source>Task: %1</source>
        <translation>Задача: %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>ждём %1</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Ответ…</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Ответ: %1</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>Сохранить ответ</translation>
    </message>
    <message>
        <source>Write what the department answered.</source>
        <translation>Напишите, что ответил отдел.</translation>
    </message>
</context>
<context>
    <name>RequestView</name>
    <message>
        <source>Order %1</source>
        <translation>Заказ %1</translation>
    </message>
    <message>
        <source>New order for this request</source>
        <translation>Новый заказ по этой заявке</translation>
    </message>
</context>
<context>
    <name>RequestViews</name>
    <message>
        <source>Requests</source>
        <translation>Заявки</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>Subject and description</source>
        <translation>Тема и описание</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Write what the customer wants in a few words.</source>
        <translation>Кратко укажите, что нужно клиенту.</translation>
    </message>
    <message>
        <source>%1 · not told</source>
        <translation>%1 · не уведомлён</translation>
    </message>
</context>
<context>
    <name>RequestsSection</name>
    <message>
        <source>overdue</source>
        <translation>просрочено</translation>
    </message>
</context>
<context>
    <name>SatisfactionDialog</name>
    <message>
        <source>Satisfaction</source>
        <translation>Оценка клиента</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Satisfied, done</source>
        <translation>Доволен, готово</translation>
    </message>
    <message>
        <source>Not satisfied, back to work</source>
        <translation>Недоволен, вернуть в работу</translation>
    </message>
    <message>
        <source>Score, 1 to 5</source>
        <translation>Оценка от 1 до 5</translation>
    </message>
    <message>
        <source>Why not satisfied</source>
        <translation>Чем недоволен</translation>
    </message>
    <message>
        <source>The customer's words</source>
        <translation>Слова клиента</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Кто оценил</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Return to work</source>
        <translation>Вернуть в работу</translation>
    </message>
    <message>
        <source>Choose the score that the customer gave.</source>
        <translation>Выберите оценку, которую поставил клиент.</translation>
    </message>
    <message>
        <source>Write what the customer is not satisfied with.</source>
        <translation>Укажите, чем недоволен клиент.</translation>
    </message>
    <message>
        <source>Would recommend us, 0 to 10 (if asked)</source>
        <translation>Готов(а) рекомендовать нас, 0-10 (если спросили)</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear (Esc)</source>
        <translation>Очистить (Esc)</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить PDF…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>SettingsPane</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Компания</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>&amp;Тема оформления</translation>
    </message>
    <message>
        <source>Si&amp;ze of texts</source>
        <translation>&amp;Размер текста</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Name of a new operator</source>
        <translation>Имя нового оператора</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Операторы</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>one a day, each opened to prove it</source>
        <translation>раз в день, каждая проверена открытием</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Foreign files</source>
        <translation>Файлы других программ</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Импорт файла…</translation>
    </message>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
    <message>
        <source>The first one is made today, after the start.</source>
        <translation>Первая копия будет сделана сегодня после запуска.</translation>
    </message>
    <message>
        <source>{name} can work here now.</source>
        <translation>{name} теперь может работать здесь.</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Settle claim %1</source>
        <translation>Закрыть претензию %1</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>It costs us</source>
        <translation>Нам это стоит</translation>
    </message>
    <message>
        <source>Decision, in words for the customer</source>
        <translation>Решение, словами для клиента</translation>
    </message>
    <message>
        <source>“Done” makes a new order for the goods sent again, free for the customer.</source>
        <translation>«Выполнено» создаст новый заказ на повторную отправку, бесплатный для клиента.</translation>
    </message>
    <message>
        <source>Write the decision: the customer may ask.</source>
        <translation>Напишите решение: клиент может спросить.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Запишите число.</translation>
    </message>
</context>
<context>
    <name>ShelfTable</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Свободно</translation>
    </message>
    <message>
        <source>%1, no longer sold</source>
        <translation>%1, снят с продажи</translation>
    </message>
    <message>
        <source>%1 instead of %2: %3</source>
        <translation>%1 вместо %2: %3</translation>
    </message>
    <message>
        <source>%1, to be settled</source>
        <translation>%1, требует разбора</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Stage %1, %2 of %3</source>
        <translation>Стадия %1, %2 из %3</translation>
    </message>
</context>
<context>
    <name>StagesDialog</name>
    <message>
        <source>Stages and carriers</source>
        <translation>Этапы и перевозчики</translation>
    </message>
    <message>
        <source>Kind of order</source>
        <translation>Вид заказа</translation>
    </message>
    <message>
        <source>Meaning of the new stage</source>
        <translation>Значение нового этапа</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>По-английски</translation>
    </message>
    <message>
        <source>In Russian</source>
        <translation>По-русски</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Этапы</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Перевозчик</translation>
    </message>
    <message>
        <source>Address of the tracking page</source>
        <translation>Адрес страницы отслеживания</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Carriers</source>
        <translation>Перевозчики</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Добавить этап</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Carriers: {number} in the address stands for the number of the parcel.</source>
        <translation>Перевозчики: {number} в адресе заменяется номером отправления.</translation>
    </message>
</context>
<context>
    <name>StateChoice</name>
    <message>
        <source>Change state</source>
        <translation>Изменить состояние</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Reason (wanted when cancelling)</source>
        <translation>Причина (нужна при отмене)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Write why it is cancelled: the customer may ask.</source>
        <translation>Укажите причину отмены: клиент может спросить.</translation>
    </message>
</context>
<context>
    <name>StationRows</name>
    <message>
        <source>Numbers</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Рабочее место</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>This one: %1</source>
        <translation>Это место: %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>right</source>
        <translation>верны</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>спешат на %1</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>отстают на %1</translation>
    </message>
</context>
<context>
    <name>StationsSection</name>
    <message>
        <source>Stations</source>
        <translation>Рабочие места</translation>
    </message>
</context>
<context>
    <name>StockMoveDialog</name>
    <message>
        <source>Stock: %1</source>
        <translation>Склад: %1</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Провести</translation>
    </message>
    <message>
        <source>Counted: so many are there</source>
        <translation>Пересчитано: столько в наличии</translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation>&amp;Что произошло</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Количество</translation>
    </message>
    <message>
        <source>&amp;Until, or expected on</source>
        <translation>&amp;До какого дня или ожидается</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Примечание</translation>
    </message>
    <message>
        <source>Write how many.</source>
        <translation>Укажите количество.</translation>
    </message>
    <message>
        <source>&amp;Store; a new name makes one</source>
        <translation>&amp;Склад; новое имя создаст его</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>Task for a department</source>
        <translation>Задача отделу</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Поставить</translation>
    </message>
    <message>
        <source>Anybody there</source>
        <translation>Любой в отделе</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Ответить до</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Кто отвечает</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>День и время</translation>
    </message>
    <message>
        <source>Name the department.</source>
        <translation>Назовите отдел.</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>Напишите, что сделать.</translation>
    </message>
</context>
<context>
    <name>TasksSection</name>
    <message>
        <source>Tasks of departments</source>
        <translation>Задачи отделам</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Ответ…</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>ждём %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>Answered after %1: %2</source>
        <translation>Ответ через %1: %2</translation>
    </message>
</context>
<context>
    <name>TextTabs</name>
    <message>
        <source>More views</source>
        <translation>Ещё виды</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Call notes · %1</source>
        <translation>Запись разговора · %1</translation>
    </message>
    <message>
        <source>%1 — registered, %2</source>
        <translation>%1 — новая заявка, %2</translation>
    </message>
    <message>
        <source>To customer · %1</source>
        <translation>Клиенту · %1</translation>
    </message>
    <message>
        <source>common queue</source>
        <translation>общая очередь</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>Передана: %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Ответственный: %1</translation>
    </message>
    <message>
        <source>Need not be told of “%1”</source>
        <translation>Уведомление не требуется: «%1»</translation>
    </message>
    <message>
        <source>Told of “%1”: %2</source>
        <translation>Клиент уведомлён, «%1»: %2</translation>
    </message>
    <message>
        <source>Satisfaction %1 of 5</source>
        <translation>Оценка %1 из 5</translation>
    </message>
    <message>
        <source>Due by the rules again</source>
        <translation>Срок снова по правилам</translation>
    </message>
    <message>
        <source>Due date set by hand: %1</source>
        <translation>Срок задан вручную: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Теперь: %1</translation>
    </message>
    <message>
        <source>History of the request</source>
        <translation>История заявки</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier</source>
        <translation>
            <numerusform>Показать предыдущие: %n</numerusform>
            <numerusform>Показать предыдущие: %n</numerusform>
            <numerusform>Показать предыдущие: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Task for %1</source>
        <translation>Задача: %1</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, до %2</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1: ответ</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Internal note</source>
        <translation>Внутренний комментарий</translation>
    </message>
</context>
<context>
    <name>TimerLabel</name>
    <message>
        <source>Length of the call</source>
        <translation>Длительность звонка</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>New request</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Training base</source>
        <translation>УЧЕБНАЯ БАЗА</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Keys and help (F1)</source>
        <translation>Клавиши и справка (F1)</translation>
    </message>
    <message numerus="yes">
        <source>Overdue promises %n</source>
        <translation>
            <numerusform>Просрочено обещаний %n</numerusform>
            <numerusform>Просрочено обещаний %n</numerusform>
            <numerusform>Просрочено обещаний %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call back %n</source>
        <translation>
            <numerusform>Перезвонить %n</numerusform>
            <numerusform>Перезвонить %n</numerusform>
            <numerusform>Перезвонить %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>Helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The workplace was not opened</source>
        <translation>Рабочее место не открыто</translation>
    </message>
</context>
<context>
    <name>UndoableSteps</name>
    <message numerus="yes">
        <source>Taken into work: %n request(s).</source>
        <translation>
            <numerusform>Взята в работу %n заявка.</numerusform>
            <numerusform>Взяты в работу %n заявки.</numerusform>
            <numerusform>Взято в работу %n заявок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Handed over: %n request(s).</source>
        <translation>
            <numerusform>Передана %n заявка.</numerusform>
            <numerusform>Переданы %n заявки.</numerusform>
            <numerusform>Передано %n заявок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back in the common queue: %n request(s).</source>
        <translation>
            <numerusform>Возвращена в общую очередь %n заявка.</numerusform>
            <numerusform>Возвращены в общую очередь %n заявки.</numerusform>
            <numerusform>Возвращено в общую очередь %n заявок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>State changed: %n request(s).</source>
        <translation>
            <numerusform>Изменена стадия %n заявки.</numerusform>
            <numerusform>Изменена стадия %n заявок.</numerusform>
            <numerusform>Изменена стадия %n заявок.</numerusform>
        </translation>
    </message>
    <message>
        <source>The due time is changed.</source>
        <translation>Срок изменён.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Somebody has gone on with it since: it stays as it is.</source>
        <translation>Заявку с тех пор уже изменили: она остаётся как есть.</translation>
    </message>
</context>
<context>
    <name>WhyDue</name>
    <message>
        <source>Why is it due then?</source>
        <translation>Как посчитан срок?</translation>
    </message>
    <message>
        <source>The clock runs in business hours only, and stands while the customer is waited for.</source>
        <translation>Срок идёт только в рабочие часы и стоит, пока ждём клиента.</translation>
    </message>
    <message>
        <source>, due %1</source>
        <translation>, до %1</translation>
    </message>
    <message>
        <source>At once, while the customer spoke.</source>
        <translation>Сразу, во время разговора с клиентом.</translation>
    </message>
</context>
<context>
    <name>WrapUpSheet</name>
    <message>
        <source>Wrap-up of the call</source>
        <translation>Оформление звонка</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>&amp;Содержание</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Итог</translation>
    </message>
    <message>
        <source>Ne&amp;xt step</source>
        <translation>Сле&amp;дующий шаг</translation>
    </message>
    <message>
        <source>&amp;Thanked the customer</source>
        <translation>&amp;Поблагодарили клиента</translation>
    </message>
    <message>
        <source>Asked whether &amp;all is settled</source>
        <translation>Спросили, всё ли &amp;решено</translation>
    </message>
    <message>
        <source>Save the call</source>
        <translation>Сохранить звонок</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
</context>
<context>
    <name>_Contact</name>
    <message>
        <source>Dial</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>_KindButton</name>
    <message>
        <source>%1: change the kind</source>
        <translation>%1: изменить вид</translation>
    </message>
</context>
<context>
    <name>_Printing</name>
    <message>
        <source>Sent to the printer, pages: %1</source>
        <translation>Отправлено на печать, страниц: %1</translation>
    </message>
</context>
<context>
    <name>_Saving</name>
    <message>
        <source>Save PDF</source>
        <translation>Сохранить PDF</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>no price yet</source>
        <translation>цена не указана</translation>
    </message>
    <message>
        <source>not kept in stock</source>
        <translation>остаток не ведётся</translation>
    </message>
    <message>
        <source>free %1 of %2 %3</source>
        <translation>свободно %1 из %2 %3</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <translation>в резерве %1</translation>
    </message>
    <message>
        <source>%1 more, no day named</source>
        <translation>ожидается ещё %1, день не назван</translation>
    </message>
    <message>
        <source>%1 more by %2</source>
        <translation>ещё %1 к %2</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Гарантия</translation>
    </message>
    <message>
        <source>without VAT</source>
        <translation>без НДС</translation>
    </message>
    <message>
        <source>with VAT %1 %</source>
        <translation>с НДС %1 %</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Requests</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Find, or do something</source>
        <translation>Найти или выполнить команду</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>Wrap up the call</source>
        <translation>Оформить звонок</translation>
    </message>
    <message>
        <source>Next stage of the call script</source>
        <translation>Следующий шаг скрипта</translation>
    </message>
    <message>
        <source>Print the receipt slip of the request</source>
        <translation>Печать талона заявки</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Скопировать номер</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Импорт файла</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Следующая часть окна</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить действие</translation>
    </message>
    <message>
        <source>Change the operator</source>
        <translation>Сменить оператора</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Клавиши и справка</translation>
    </message>
    <message>
        <source>Sections from the top</source>
        <translation>Разделы сверху вниз</translation>
    </message>
    <message>
        <source>Send what was written</source>
        <translation>Отправить написанное</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Внутренний комментарий</translation>
    </message>
    <message>
        <source>Tabs of the composer</source>
        <translation>Вкладки поля ввода</translation>
    </message>
    <message>
        <source>Move in lists</source>
        <translation>Движение по спискам</translation>
    </message>
    <message>
        <source>Leave a box or a dialog; nothing typed is lost</source>
        <translation>Выйти из поля или диалога; набранное не пропадёт</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>КП</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Price and stock</source>
        <translation>Цена и склад</translation>
    </message>
    <message>
        <source>Call the customer of the order</source>
        <translation>Позвонить клиенту заказа</translation>
    </message>
    <message>
        <source>Words to send about the order</source>
        <translation>Текст письма о заказе</translation>
    </message>
    <message>
        <source>Move a card of the board</source>
        <translation>Передвинуть карточку на доске</translation>
    </message>
</context>
</TS>
